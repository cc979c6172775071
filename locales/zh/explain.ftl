### 某人为何无法登录：供工作人员查看。

explain-title = 为什么不行？
explain-intro = 程序如何理解一个标识，以及一次请求中发生了什么。您的查询会记入该账户的日志。
explain-submit = 诊断
explain-request = 或一次请求的 ID
explain-request-help = 对方收到的回复中的 X-Request-Id。
explain-one-of-both = 请填写标识或请求之一，不要两者都填。
explain-request-unknown = 此请求中没有任何记录。会记录的是登录、被拒绝的密码和验证码以及账户的更改；429（尝试过多）或 422（表单有误）的回复不会记录：服务器日志中有带此 ID 的一行，查询用户名、地址或号码可看到其等待时间。

## Sections

explain-answers = 对方得到的答复
explain-reading = 如何解读
explain-backends = 各后端的答复，按此顺序
explain-account = 账户
explain-limits = 限制与等待
explain-messages = 消息会发往何处
# $request: its id.
explain-in-request = 在请求 { $request } 中

## Facts

explain-right-password = 密码正确
explain-wrong-password = 密码错误
# $status: as in 200.
explain-let-in = { $status }：允许登录
# $status: as in 401 invalid_credentials. $why: one of the reasons below.
explain-refused = { $status }：{ $why }
explain-other-shape = 形式上不符
explain-not-here = 这里没有此类标识
# $stored: as it is kept. $canonical: as it is found.
explain-read = { $stored }，以 { $canonical } 查找
explain-if-right = 密码正确则接受，否则跳过
# $why: in words of its own.
explain-denies = 拒绝：{ $why }
# $why: in words of its own.
explain-passes = 跳过：{ $why }
explain-passes-no_use = 跳过：不处理此类标识
explain-passes-nobody = 跳过：未找到任何人
explain-passes-inactive = 跳过：账户已停用
explain-passes-no_password = 跳过：账户没有密码
explain-id = ID
explain-state = 状态
explain-active = 启用
# $address: masked, or the one asked about.
explain-verified = { $address }，已验证
# $address: masked, or the one asked about.
explain-not-verified = { $address }，未验证
explain-password = 密码
# $format: an algorithm and its cost.
explain-rehashed = { $format }，下次登录时以新格式保存
explain-last-login = 上次登录
explain-delete-at = 删除时间
explain-failures = 连续输错密码次数
# $failures, $limit: numbers.
explain-failures-of = { $failures }；超过 { $limit } 次后需要等待
explain-waits = 在此之前一律不予检查
# $purpose: what the codes are for. $failures, $left: numbers. $until: an instant, or nothing.
explain-code = { $purpose }：连续输错 { $failures } 次，还可输错 { $left } 次 { $until }
# $seconds, $hour, $day: numbers.
explain-sending = { $seconds } 秒后可发下一个验证码；本小时还可发 { $hour } 个，今天还可发 { $day } 个
explain-purpose-verify = 用于验证
explain-purpose-reset = 用于重置密码
explain-purpose-login = 用于登录
explain-purpose-change = 用于更改为它
# $event: what happened. $ip: from where.
explain-event = { $event }，来自 { $ip }
explain-nobody = 无：不涉及任何账户，或账户已不存在

## Reasons, which nobody else is told

explain-reason-blank = 没有填写任何内容
explain-reason-throttled = 输错密码次数过多；需要等待
explain-reason-not_an_identifier = 这不可能是任何人的标识
explain-reason-no_account = 没有这样的账户
explain-reason-no_backend = 没有后端允许该账户以此登录
explain-reason-denied = 有后端拒绝
explain-reason-inactive = 账户已停用
explain-reason-no_password = 账户没有密码
explain-reason-unreadable_password = 密码以无法读取的格式保存
explain-reason-hidden = 账户没有任何已验证的联系方式，且已知的联系方式会被隐藏
explain-reason-unverified = 需要先验证联系方式
explain-reason-wrong_password = 密码错误

## Messages

explain-asked-reset = 重置密码
explain-asked-login = 登录验证码
explain-asked-verify_email = 验证电子邮件
explain-asked-verify_phone = 验证电话
# $message: its kind. $to: masked, or the one asked about.
explain-sent = { $message } 发往 { $to }
explain-unsent-off = 不发送：此功能已关闭
explain-unsent-no_account = 不发送：没有这样的账户
explain-unsent-inactive = 不发送：账户已停用
explain-unsent-no_address = 不发送：账户没有这样的联系方式
explain-unsent-not_proved = 不发送：账户没有为此验证过的联系方式
explain-unsent-proved = 不发送：已经验证过
explain-unsent-needs_owner = 不发送：只有已登录的所有者才能验证
