### 工作人员的页面，以及其接口的文字。

## On each of them

admin-nav = 管理
admin-nav-overview = 概览
admin-nav-accounts = 账户
admin-nav-messages = 消息
admin-nav-tokens = 令牌
admin-nav-events = 事件
admin-nav-explain = 诊断
admin-own-account = 您的账户：
admin-sign-out = 退出登录

## The entrance

admin-login-title = 登录管理页面
admin-login-intro = 这些页面仅供工作人员使用。即使您已登录，也需要输入密码。
admin-login-submit = 登录

## Lists

admin-filter-submit = 显示
admin-filter-clear = 清除
admin-filter-any = 不限
admin-pager = 分页
admin-pager-first = 返回第一页
admin-pager-next = 下一页
admin-rows-none = 这里什么都没有。
admin-rows-none-narrowed = 没有符合条件的内容。
admin-rows-none-yet = 本页中没有符合条件的内容。下一页可能还有。
admin-rows-actions = 可执行的操作
admin-rows-account = 账户
admin-rows-state = 状态
admin-rows-gone = 已不存在
admin-rows-none-account = 无
admin-rows-nobody = 不属于任何人
admin-rows-by = 操作者：
admin-choose-one = 请选择其中之一：{ $choices }。
admin-choose-day = 请填写日期，例如 2026-11-22。

## The front page

admin-overview-title = 概览
admin-overview-accounts = 账户
admin-overview-verified = 有已验证的联系方式
admin-overview-staff = 工作人员
admin-overview-browsers = 浏览器会话
admin-overview-programs = 程序会话
admin-overview-waiting = 等待发送的消息
admin-overview-todo = 需要处理的事项
admin-overview-look = 查看
admin-overview-schema = 数据库结构与本程序的不一致
admin-overview-schema-text = 请用此命令更新：countersign migrate。也可能是较新的程序更改了它。
admin-overview-dead = 有消息已放弃发送
admin-overview-dead-text =
    { $count ->
       *[other] 最近一周有 { $count } 条消息不会再尝试发送。
    }
admin-overview-failed = 有消息无法发送
admin-overview-failed-text =
    { $count ->
       *[other] 有 { $count } 条消息未能发送，将再次尝试。
    }
admin-overview-activity = 发生的事情
admin-overview-note = 时间均为 UTC。已删除账户发生过的事情不计算在内。
admin-overview-spans = 时间范围
admin-overview-span = 时间
admin-overview-span-day = 24 小时
admin-overview-span-week = 7 天
admin-overview-span-month = 30 天
admin-chart-registrations = 注册
admin-chart-logins = 登录
admin-chart-refusals = 拒绝
admin-chart-messages = 消息
admin-chart-sent = 已发送
admin-chart-dead = 已放弃
admin-chart-from = 起始
admin-chart-table = 以表格显示
# $count: how often; $when: a time or a day.
admin-chart-most = 最多：{ $count }，{ $when }。
admin-chart-nothing = 没有发生任何事情。

## Messages

admin-messages-title = 消息
admin-messages-intro = 已发给用户的消息，以及等待发送的消息。消息的内容从不显示。
admin-messages-retried = 将立即再次尝试发送该消息。
admin-messages-message = 消息
admin-messages-to = 收件人
admin-messages-written = 创建时间
admin-messages-waiting = 等待中
admin-messages-failed = 将再次尝试
admin-messages-sent = 已发送
admin-messages-dead = 已放弃
admin-messages-tries =
    { $count ->
       *[other] 已尝试 { $count } 次
    }
admin-messages-next = 下次尝试
admin-messages-retry = 立即尝试
admin-messages-erased = 消息在发送或放弃后，其内容即被清除。需要的人可以重新请求一条。

## Tokens: one-time passwords under way

admin-tokens-title = 令牌
admin-tokens-intro = 正在使用中的一次性密码。验证码本身只有收到的人知道，其他人都不知道。
admin-tokens-ended = 该验证码已作废。可以再请求一个。
admin-tokens-purpose = 用途
admin-tokens-verify = 验证联系方式
admin-tokens-reset = 重置密码
admin-tokens-login = 登录
admin-tokens-change = 更改联系方式
admin-tokens-channel = 方式
admin-tokens-email = 电子邮件
admin-tokens-phone = 短信
admin-tokens-to = 发送至
admin-tokens-made = 生成时间
admin-tokens-expires = 有效期至
admin-tokens-open = 有效
admin-tokens-throttled = 受限
admin-tokens-dead = 失效
admin-tokens-until = 直到
admin-tokens-attempts =
    { $count ->
       *[other] 输错 { $count } 次
    }
admin-tokens-end = 作废

## Events

admin-events-title = 事件
admin-events-intro = 各账户发生过的事情，最新的在最前，以及谁被拒绝过。
admin-events-what = 事件
admin-events-network = 网络
admin-events-since = 自
admin-events-until = 至
admin-events-from = 来源
admin-events-when = 时间
admin-events-no-account = 没有这样的账户。请填写其 ID、用户名、电子邮件地址或电话号码。
admin-events-no-network = 请填写一个地址，或一个网络，例如 192.0.2.0/24。
