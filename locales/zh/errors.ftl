### 拒绝信息，以及 API 回复的文字。

error-required = 此字段为必填项。
error-blank = 此字段不能为空。
error-invalid = 请输入有效的值。
error-too_short = 太短了。
error-too_long = 太长了。
error-taken = 已被占用。
error-mismatch = 两次输入不一致。
error-unknown_field = 此表单没有这个字段。
error-password_too_short = 此密码太短。
error-password_too_common = 此密码属于最先被猜到的密码之一。请选一个只有您才想得到的。
error-password_numeric = 密码不能只有数字。
error-password_similar = 此密码与您的其他信息太相似。
error-no_identifier = 请至少填写一个标识。
error-malformed = 无法读取该请求。
error-invalid_token = 此令牌无效，或已失效。
error-method_not_allowed = 此地址不接受该方法。
error-too_large = 请求过大。
error-unsupported_media_type = 请发送 application/json 或 application/x-www-form-urlencoded，且不使用内容编码。
error-invalid_credentials = 没有与这些信息和此密码相符的账户。
error-invalid_code = 此验证码不正确，或已失效。
error-throttled = 尝试次数过多。请稍等片刻再试。
error-already_verified = 已经验证过了。
error-same_value = 这正是您现在的值。
error-unverified = 请先验证您的联系方式。
error-registration_closed = 注册已关闭。
error-cross_origin = 此请求并非来自本网站的页面。
error-unauthenticated = 请先登录。
error-forbidden = 您无权执行此操作。
error-not_found = 此地址没有内容。
error-overloaded = 我们现在非常繁忙。请稍后再试。
error-unavailable = 我们暂时无法完成此操作。请稍后再试。
error-internal = 我们这边出了问题。
identifier-username-too-long = 用户名最多 150 个字符。
identifier-username-characters = 用户名只能包含字母、数字和字符 . _ - ，不能有空格。
identifier-username-first = 用户名须以字母开头。
identifier-username-invisible = 用户名不能包含不可见字符。
identifier-phone-too-long = 电话号码没有这么长。
identifier-phone-digits = 请只用数字输入电话号码，例如 +49 30 901820，不带分机号。
identifier-phone-needs-plus = 请以 + 和国家代码开头输入电话号码，例如 +49 30 901820。
identifier-phone-not-valid = 请输入真实存在的电话号码，例如 +49 30 901820。
identifier-phone-region = 请以两个大写字母输入地区，例如 DE 或 US。
identifier-email-too-long = 电子邮件地址最多 254 个字符。
identifier-email-local-too-long = 电子邮件地址中 @ 之前的部分最多 64 个字符。
identifier-email-whole = 请输入一个电子邮件地址，例如 name@example.com。
identifier-email-local = @ 之前的部分只能包含不带重音符的字母、数字和字符 . ! # $ % & ' * + / = ? ^ _ ` {"{"} | {"}"} ~ - 。
identifier-email-domain = @ 之后的部分必须是域名，例如 example.com。
password-too-long =
    { $count ->
       *[other] 密码最多 { $count } 个字节。
    }
password-nul = 密码不能包含字符 U+0000。
password-too-short =
    { $count ->
       *[other] 密码至少 { $count } 个字符。
    }
# $like: username, email, first_name, last_name or phone.
password-similar =
    { $like ->
        [username] 此密码与您的用户名太相似。
        [email] 此密码与您的电子邮件地址太相似。
        [first_name] 此密码与您的名字太相似。
        [last_name] 此密码与您的姓氏太相似。
       *[phone] 此密码与您的电话号码太相似。
    }
error-taken-email = 已有用户使用该电子邮件地址。
error-taken-phone = 已有用户使用该电话号码。
error-taken-username = 已有用户使用该用户名，或看起来相似的用户名。
account-only-identifier = 这是您的账户唯一的标识。请先添加另一个。
registration-needs-address = 还请填写一个联系方式：没有密码时，登录验证码会发送到那里。
phone-premium = 向此号码发送消息会产生额外费用。请填写普通号码。
# $regions: their codes, as in DE, FR.
phone-region = 我们只接受以下地区的号码：{ $regions }。
change-lost-email = 此电子邮件地址现已被他人使用。您的地址保持不变。
change-lost-phone = 此电话号码现已被他人使用。您的号码保持不变。
password-wrong = 这不是您的密码。
undo-lost-email = 此电子邮件地址现已属于另一个账户。
undo-lost-phone = 此电话号码现已属于另一个账户。
paging-cursor = 请使用上一页 Link 中的 cursor。
problem-invalid = 其中有些内容无法接受。
problem-stale = 请先确认您的密码：将其 POST 到 /api/v1/me/reauthenticate，然后再次请求。
problem-stale-without-password = 此账户没有可供确认的密码。请重新登录，然后再次请求。
# $wait: as in 30 seconds.
error-wait = 尝试次数过多。请等待 { $wait }后再试。
# $status: of HTTP.
problem-title =
    { $status ->
        [400] 请求有误
        [401] 未登录
        [403] 禁止访问
        [404] 未找到
        [405] 方法不允许
        [409] 冲突
        [413] 请求内容过大
        [415] 不支持的媒体类型
        [422] 无法处理的内容
        [429] 请求过多
        [503] 服务不可用
       *[500] 服务器内部错误
    }
api-code-sent = 验证码已发出。
api-message-sent = 如果存在这样的账户，消息已发出。
api-registered-quietly = 我们已发送一条消息。请用其中的内容验证您的联系方式，然后登录。
api-verify-sent = 如果那里有需要验证的内容，验证码已发出。
error-late = 耗时过长。请稍后再试。
