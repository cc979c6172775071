### 自己账户的页面。

account-title = 您的账户
account-password-changed = 您的密码已更改。其他所有地方均已退出登录。
todo-deletion = 此账户即将被删除
todo-deletion-text = 到 { $date }，其中的一切都会消失。在此之前，您仍可保留它。
todo-deletion-action = 查看
todo-confirm-email = 确认您的新电子邮件地址
todo-confirm-phone = 确认您的新电话号码
todo-confirm-text = 我们已向 { $address } 发送验证码。在您输入之前，仍使用原来的。
todo-confirm-action = 输入验证码
todo-password = 设置密码
todo-password-text = 在设置之前，您只能用验证码登录。
todo-password-action = 设置密码
todo-verify-email = 验证您的电子邮件地址
todo-verify-phone = 验证您的电话号码
todo-verify-text = 这样，您忘记密码时就可以通过 { $address } 找回账户。
todo-verify-action = 验证
todo-verify-again-email = 再次确认您的电子邮件地址
todo-verify-again-phone = 再次确认您的电话号码
todo-verify-again-text = 您的密码是通过另一个联系方式重置的。在您确认 { $address } 之前，不能通过它找回账户。
todo-verify-again-action = 确认
nav-overview = 概览
nav-profile = 个人资料
nav-email = 电子邮件
nav-phone = 电话
nav-password = 密码
nav-sessions = 会话
nav-activity = 活动记录
device-app = 应用或脚本
device-browser-on = { $system } 上的 { $browser }
device-on = { $system } 上的浏览器
device-browser = 浏览器
events-title = 活动记录
events-intro = 您的账户发生过的事情，最新的在最前。如果有您不认识的，请更改密码。
sessions-title = 您的登录位置
sessions-ended = 该会话已结束。
sessions-ended-others = 其他所有会话均已结束。您在此处仍保持登录。
sessions-intro = 可以代表您操作的浏览器和应用。如果有您不认识的，请结束它并更改密码。
address-changed-email-title = 您的电子邮件地址已更改
address-changed-email-intro = 您的账户从现在起使用新地址。我们已通知旧地址。
address-back-intro = 您的账户在所有地方均已退出登录。更改它的人知道您的密码：请立即设置新密码。
set-new-password = 设置新密码
address-confirm-email-title = 确认您的新电子邮件地址
address-confirm-link-intro = 只剩一步：按下按钮，您的账户就会使用此地址。
address-confirm-link-submit = 使用此地址
address-undo-submit = 撤销更改
address-undo-gone = 它仅在更改后的 24 小时内有效，且只能使用一次。如果账户已不在您手中，请用账户的另一个联系方式设置新密码，或联系本网站的运营者。
address-taken-title = 该地址已被占用
address-back-email-title = 您的电子邮件地址已恢复
address-back-phone-title = 您的电话号码已恢复
address-undo-email-title = 恢复您的电子邮件地址
address-undo-email-intro = 按下按钮，您的账户就会重新使用此地址，并在所有地方退出登录。
address-undo-phone-title = 恢复您的电话号码
address-undo-phone-intro = 按下按钮，您的账户就会重新使用此号码，并在所有地方退出登录。
address-title-email = 您的电子邮件地址
address-label-email = 电子邮件
address-changed-email = 您的电子邮件地址已更改。
address-removed-email = 您的电子邮件地址已移除。
address-verify-email = 验证此电子邮件地址
address-remove-email = 移除此电子邮件地址
address-remove-email-title = 移除您的电子邮件地址
address-remove-email-intro = 移除后，您将不能再用此电子邮件地址登录，也不能通过它找回账户。
address-title-phone = 您的电话号码
address-label-phone = 电话
address-changed-phone = 您的电话号码已更改。
address-removed-phone = 您的电话号码已移除。
address-verify-phone = 验证此电话号码
address-remove-phone = 移除此电话号码
address-confirm-phone-title = 确认您的新电话号码
address-remove-phone-title = 移除您的电话号码
address-remove-phone-intro = 移除后，您将不能再用此电话号码登录，也不能通过它找回账户。
address-change = 更改
address-add = 添加
address-send = 向它发送验证码
# $type: one of verify-type-….
address-confirm-stays = { $type }在此之前，仍使用原来的。
address-confirm-submit = 使用这一个
address-change-other = 改用另一个
address-remove-submit = 移除
address-remove-back = 保留
confirm-title = 确认是您本人
confirm-intro = 接下来的操作很重要，而您登录已有一段时间。请再输入一次密码。
confirm-submit = 确认
confirm-login-title = 重新登录
confirm-login-intro = 您要进行的操作很重要，而您登录已有一段时间。您的账户没有可供确认的密码，请先退出登录，重新登录后再回来。
logout = 退出登录
delete-later-title = 您的账户即将被删除
delete-done-title = 您的账户已删除
delete-done-intro = 这里已没有它的任何内容。感谢您曾与我们同在。
to-the-beginning = 回到首页
delete-waiting-title = 此账户即将被删除
delete-keep = 保留我的账户
back-to-account = 返回您的账户
delete-title = 删除您的账户
delete-submit = 删除我的账户
delete-export-first = 先带走您的数据
login-submit = 登录
delete-later-intro =
    { $days ->
       *[other] 您已在所有地方退出登录。{ $days } 天之内您仍可取回账户：登录并选择保留即可。
    }
delete-waiting-intro = 到 { $date }，其中的一切都会消失，除非您选择保留。
delete-at-once-intro = 一切都会立即永久消失：您的用户名、联系方式、个人资料、会话和活动记录。任何人都无法恢复。
delete-intro =
    { $days ->
       *[other] { $days } 天后，一切都会永久消失：您的用户名、联系方式、个人资料、会话和活动记录。在此之前，您仍可保留账户。
    }
export-title = 带走您的数据
export-intro = 这里保存的关于您的一切，都在一个程序可读的文件中：您的账户、您的登录位置、发生过的事情以及发出过的消息。其中没有您的密码；这里没有人知道它。
export-submit = 下载我的数据
password-change-title = 更改您的密码
password-change-intro = 更改后，其他所有地方都会退出登录。您在此处仍保持登录。
password-set-title = 设置密码
password-set-intro = 您还没有密码。有了密码，登录时就不必等待验证码。
profile-title = 您的个人资料
profile-intro = 此处留空的内容不会保存。您的用户名是一种登录方式。
save = 保存
profile-saved = 您的个人资料已保存。
account-signed-in-as = 当前登录
account-staff = 工作人员
account-identifiers = 登录方式
account-username = 用户名
account-email = 电子邮件
account-phone = 电话
account-password = 密码
account-password-set = 已设置
none = 无
change = 更改
account-set-password = 设置
account-person = 关于您
account-name = 姓名
account-edit = 编辑
account-joined = 加入时间
account-security = 安全
account-places = 登录位置
account-look = 查看
account-last-login = 上次登录
account-never = 尚无
account-latest = 最近发生的事情
account-all-events = 全部活动记录
account-data = 您的数据
account-todo =
    { $count ->
       *[other] 待办事项
    }
account-places-count =
    { $count ->
        [1] 仅此处
       *[other] { $count } 处
    }
address-waiting = 等待输入验证码
address-waiting-text = 我们已向那里发送验证码。在您输入之前，一切保持不变。
address-resend = 重新发送验证码
address-cancel = 放弃更改
events-none = 这里什么都没有。
events-older = 更早
events-latest = 返回最新
sessions-this = 当前会话
sessions-last-used = 上次使用
sessions-since = 开始于
sessions-end = 结束
sessions-older = 更早的会话
sessions-end-others = 结束其他所有会话
verified = 已验证
not-verified = 尚未验证
account-pending = 等待输入验证码：
add = 添加
