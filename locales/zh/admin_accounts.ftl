### 工作人员看到的账户：列表、单个账户，以及对它的操作。

## On both

admin-yes = 是
admin-no = 否
admin-account-inactive = 已停用
admin-account-leaving = 即将删除
admin-account-superuser = 超级用户
admin-account-staff = 工作人员
admin-account-unverified = 未验证
admin-account-active = 可以登录

## The list

admin-accounts-title = 账户
admin-accounts-new = 新建账户
admin-accounts-submit = 搜索
admin-accounts-back = 返回账户列表
admin-accounts-found = 找到的账户
admin-accounts-q = 用户名、电子邮件、电话或 ID
admin-accounts-q-help = 只填开头即可。
admin-accounts-verified = 已验证的联系方式
admin-accounts-verified-one = 至少一个
admin-accounts-verified-none = 无
admin-accounts-staff-only = 仅工作人员
admin-accounts-staff-none = 不含工作人员
admin-accounts-superuser-only = 仅超级用户
admin-accounts-superuser-none = 不含超级用户
admin-accounts-joined-since = 加入时间不早于
admin-accounts-login-since = 登录时间不早于
admin-accounts-login-before = 此日起未再登录

## One account

admin-account-created = 账户已创建。
admin-account-edited = 账户已保存。
admin-account-protected = 这是超级用户的账户，只有超级用户可以更改它。
admin-account-identifiers = 登录方式
admin-account-pending = 等待输入验证码以更改为
admin-account-doubted = 重置后待确认
admin-account-about = 账户信息
admin-account-sessions = 登录位置
admin-account-all-sessions = 全部会话
admin-account-nowhere = 未在任何地方登录。
admin-account-device = 设备
admin-account-ip = IP 地址
admin-account-codes = 有效的验证码
admin-account-tries = 输错次数
admin-account-by-staff = 由工作人员操作
admin-account-by-shell = 通过命令行

## The form of an account

admin-account-new-intro = 请至少填写一个标识。在所有者设置密码之前，账户没有密码。
admin-account-new-submit = 创建账户
admin-account-edit-title = 编辑 { $name }
admin-account-edit-intro = 更改后的联系方式必须重新验证，原来的联系方式会收到通知。更改权限会使账户在所有地方退出登录。
admin-account-back = 返回账户
admin-account-active-help = 取消勾选后，账户会立即在所有地方退出登录。
admin-account-staff-help = 可以使用这些页面。
admin-account-superuser-help = 可以在这里对任何账户进行任何操作。
admin-account-superuser-is-staff = 超级用户必须同时是工作人员。
admin-account-send = 发送用于设置密码的消息
admin-account-send-help = 发送到电子邮件地址；没有时发送到电话号码。不发送时，由所有者自行请求。
admin-account-send-nowhere = 请同时填写一个联系方式：消息将发送到那里。

## What is done to it, each on a page of its own: what the button says, what it does, and what is said once it is done

admin-act-title = { $act }：{ $name }
admin-account-channel = 联系方式
admin-act-verify = 验证联系方式
admin-act-verify-what = 仅当您确知该联系方式属于账户所有者时才可这样做：此后可以通过它重置密码。已向它发出的验证码随即失效。
admin-act-verify-done = 联系方式已验证。
admin-act-reset = 发送密码重置消息
admin-act-reset-what = 所有者会收到通常的消息，其中有用于设置新密码的验证码。在此之前，原密码仍然有效。
admin-act-reset-done = 消息正在发送。
admin-act-reset-inactive = 此账户不能登录。请先启用它。
admin-act-reset-other = 此联系方式不能用于重置密码：账户没有它，或者已验证的是另一个。
admin-act-reset-nowhere = 此账户没有可供发送的联系方式。
admin-act-end-sessions = 结束所有会话
admin-act-end-sessions-what = 账户会立即在所有地方退出登录。其所有者可以重新登录。
admin-act-end-sessions-done = 会话已结束。
admin-act-activate = 启用
admin-act-activate-what = 账户可以用原来的密码重新登录。
admin-act-activate-done = 账户已启用。
admin-act-deactivate = 停用
admin-act-deactivate-what = 账户会立即在所有地方退出登录，并且在有人重新启用之前不能登录。账户的内容不会丢失。
admin-act-deactivate-done = 账户已停用。
admin-act-delete = 删除
admin-act-delete-what = 账户的一切都会立即永久消失：标识、个人资料、会话和活动记录。任何人都无法恢复，也不会通知其所有者。
admin-act-delete-done = 账户已删除。
