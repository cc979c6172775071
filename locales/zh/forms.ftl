### 表单：标签、帮助，以及值有什么问题。

## What is wrong

forms-too-short =
    { $count ->
       *[other] 请至少填写 { $count } 个字符。
    }
forms-too-long =
    { $count ->
       *[other] 请最多填写 { $count } 个字符。
    }
forms-pattern = 不符合要求的格式：{ $pattern }
# $help: what the field says of itself, a sentence or more.
forms-pattern-help = 不符合要求的格式。{ $help }
forms-choice = 请选择其中之一：{ $choices }。
# $what: number, date or length.
forms-range =
    { $what ->
        [length] 请填写 { $min } 到 { $max } 个字符。
        [number] 请填写 { $min } 到 { $max } 之间的数字。
       *[date] 请填写 { $min } 到 { $max } 之间的日期。
    }
forms-least =
    { $what ->
        [length] 请至少填写 { $min } 个字符。
        [number] 请填写不小于 { $min } 的数字。
       *[date] 请填写不早于 { $min } 的日期。
    }
forms-most =
    { $what ->
        [length] 请最多填写 { $max } 个字符。
        [number] 请填写不大于 { $max } 的数字。
       *[date] 请填写不晚于 { $max } 的日期。
    }
forms-some =
    { $what ->
        [number] 请填写一个数字。
       *[date] 请填写一个日期。
    }
forms-date = 请按年、月、日填写日期：2026-11-22。
forms-number = 请填写数字，例如 12 或 2.5。
forms-url = 请填写完整的网址，例如 https://example.org/page。
# $other: the label of another field.
forms-or-other = 请填写此项，或填写：{ $other }。
forms-exactly =
    { $what ->
        [length] 请正好填写 { $min } 个字符。
       *[number] 请正好填写这个数字：{ $min }。
    }
forms-send-text = 请以文本发送此项。
forms-send-flag = 请发送 true 或 false。
forms-tick = 请勾选此项以继续。
forms-send-number = 请以数字发送此项。
forms-write-flag = 请填写 true 或 false。
forms-write-text = 请填写带引号的文本。
forms-ticked = 必须勾选此项（true）。
forms-number-too-large = 此数字太大，无法精确保存。
forms-phone = 请填写电话号码，例如 +49 1512 3456789。
forms-control = 请去掉控制字符。
forms-one-line = 请写在一行内，不含控制字符。
forms-keep-username = 请保留用户名：此账户没有其他标识。
forms-all-too-long = 所有回答合起来太长。请缩短最长的一个。
forms-channel-choice = 请选择 email 或 phone。
forms-either-identifier = 请发送 identifier，或者 username、email 和 phone。
field-username = 用户名
field-email = 电子邮件地址
field-phone = 电话号码
field-first-name = 名字
field-last-name = 姓氏
field-channel-email = 电子邮件
field-channel-phone = 短信
field-channel = 发送方式
field-channel-help = 仅在填写用户名时有用。若填写电子邮件地址或电话号码，则发送到那里。
field-identifier = 用户名、电子邮件或电话
field-identifier-without-phone = 用户名或电子邮件
field-code = 验证码
field-password = 密码
field-password-again = 再次输入密码
field-new-password = 新密码
field-new-password-again = 再次输入新密码
field-current-password = 当前密码
field-remember-me = 在此设备上保持登录
field-password-help =
    { $count ->
       *[other] 至少 { $count } 个字符。一句只有您会说的话就很好。
    }
register-title = 创建您的账户
field-new-phone = 新电话号码
field-new-email = 新电子邮件地址
field-phone-help = 以 + 和国家代码开头，例如 +49 1512 3456789。
field-username-help = 字母、数字和 . _ -
# $identifiers: a list, as in username, email or phone.
forms-at-least-one = 请至少填写一项：{ $identifiers }。
# $identifiers: a list, as in username, email or phone.
forms-give = 请填写您的{ $identifiers }。
identifier-username = 用户名
# As it begins a list that stands alone.
identifier-username-alone = 用户名
identifier-email = 电子邮件
# As it begins a list that stands alone.
identifier-email-alone = 电子邮件
identifier-phone = 电话
# As it begins a list that stands alone.
identifier-phone-alone = 电话
identifier-any = 标识
login-title = 登录
field-choose = 请选择
field-no-choice = 无偏好
field-required = 必填
form-mistake = { $label }：{ $mistake }
form-check =
    { $count ->
       *[other] 请检查以下字段
    }
