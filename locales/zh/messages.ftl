### 电子邮件和短信。每条消息可以使用的内容见 locales/en/messages.ftl。

## What all share

message-hello = { $name }，您好：
message-hello-you = 您好：
message-code = 您的验证码
message-or-link = 如果按钮无法使用，请打开此地址：
message-or-link-text = 或打开此地址：
message-both-good-for = 验证码和链接只能使用一次，{ $time }内有效。
message-code-good-for = 验证码只能使用一次，{ $time }内有效。
message-link-good-for = 链接只能使用一次，{ $time }内有效。
message-minutes =
    { $count ->
       *[other] { $count } 分钟
    }
message-hours =
    { $count ->
       *[other] { $count } 小时
    }
message-days =
    { $count ->
       *[other] { $count } 天
    }
message-when = 时间
message-ip = 网络地址
message-never = { $host } 的任何人都绝不会向您索要此验证码。
message-footer = 由 { $host } 发送。回复此消息不会有人阅读。

## To verify an address

message-verify_email-subject = 验证您的电子邮件地址
message-verify_email-title = 验证您的电子邮件地址
message-verify_email-lead = 请在 { $host } 输入此验证码，以证明此地址属于您。
message-verify_email-button = 验证此地址
message-verify_email-unasked = 如果您没有向 { $host } 提供此地址，则无需任何操作：没有验证码就不会发生任何事情。
message-verify_phone-sms =
    { $timed ->
        [yes] { $code } 是您在 { $host } 验证此号码的验证码，{ $time }内有效。请勿告诉他人。
       *[no] { $code } 是您在 { $host } 验证此号码的验证码。请勿告诉他人。
    }

## To set a new password

message-reset_password-subject = 设置新密码
message-reset_password-title = 设置新密码
message-reset_password-lead = 有人（很可能是您）请求为您在 { $host } 的账户设置新密码。请在那里输入此验证码。
message-reset_password-button = 设置新密码
message-reset_password-unasked = 如果不是您本人，则无需任何操作：只要没有人得知验证码，您的密码就保持不变。
message-reset_password-sms =
    { $timed ->
        [yes] { $code } 是您在 { $host } 设置新密码的验证码，{ $time }内有效。不是您本人？请忽略。请勿告诉他人。
       *[no] { $code } 是您在 { $host } 设置新密码的验证码。不是您本人？请忽略。请勿告诉他人。
    }

## To sign in with a code

message-login_code-subject = 您的登录验证码
message-login_code-title = 用此验证码登录
message-login_code-lead = 请在 { $host } 输入此验证码，以登录您的账户。
message-login_code-button = 登录
message-login_code-unasked = 如果您现在没有在登录，请不要将此验证码告诉任何人。没有它，谁也无法登录。
message-login_code-sms =
    { $timed ->
        [yes] { $code } 是您登录 { $host } 的验证码，{ $time }内有效。不是您本人？请勿告诉他人。
       *[no] { $code } 是您登录 { $host } 的验证码。不是您本人？请勿告诉他人。
    }

## To change an address

message-change_email-subject = 确认您的新电子邮件地址
message-change_email-title = 确认您的新电子邮件地址
message-change_email-lead = 请在 { $host } 输入此验证码，您的账户从此就会使用此地址。
message-change_email-button = 使用此地址
message-change_email-unasked = 如果您在 { $host } 没有账户，那是有人输错了自己的地址。您无需任何操作：没有验证码就不会发生任何事情。
message-change_phone-sms =
    { $timed ->
        [yes] { $code } 是将此号码用于您在 { $host } 的账户的验证码，{ $time }内有效。请勿告诉他人。
       *[no] { $code } 是将此号码用于您在 { $host } 的账户的验证码。请勿告诉他人。
    }

## An address was changed: to the old one

message-email_changed-subject =
    { $how ->
        [removed] 您的电子邮件地址已移除
       *[changed] 您的电子邮件地址已更改
    }
message-email_changed-title = { message-email_changed-subject }
message-email_changed-lead =
    { $how ->
        [removed] 您在 { $host } 的账户已没有电子邮件地址。此地址不再属于该账户。
       *[changed]
            { $shown ->
                [yes] 您在 { $host } 的账户现在使用 { $new_email }。此地址不再属于该账户。
               *[no] 您在 { $host } 的账户现在使用另一个电子邮件地址。此地址不再属于该账户。
            }
    }
message-email_changed-button = 撤销更改
message-email_changed-unasked =
    { $linked ->
        [yes] 如果是您本人操作，则无需任何操作。如果不是，请立即用此链接撤销，然后设置新密码。
       *[no] 如果是您本人操作，则无需任何操作。如果不是，请在此设置新密码： { $site }/password/reset
    }
message-email_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] 您在 { $host } 的账户的电子邮件地址已移除。不是您本人？请撤销： { $link }
               *[changed] 您在 { $host } 的账户的电子邮件地址已更改。不是您本人？请撤销： { $link }
            }
       *[no]
            { $how ->
                [removed] 您在 { $host } 的账户的电子邮件地址已移除。不是您本人？请设置新密码： { $site }/password/reset
               *[changed] 您在 { $host } 的账户的电子邮件地址已更改。不是您本人？请设置新密码： { $site }/password/reset
            }
    }

message-phone_changed-subject =
    { $how ->
        [removed] 您的电话号码已移除
       *[changed] 您的电话号码已更改
    }
message-phone_changed-title = { message-phone_changed-subject }
message-phone_changed-lead =
    { $how ->
        [removed] 您在 { $host } 的账户已没有电话号码。之前的号码不再属于该账户。
       *[changed]
            { $shown ->
                [yes] 您在 { $host } 的账户现在使用号码 { $new_phone }。之前的号码不再属于该账户。
               *[no] 您在 { $host } 的账户现在使用另一个电话号码。之前的号码不再属于该账户。
            }
    }
message-phone_changed-button = 撤销更改
message-phone_changed-unasked = { message-email_changed-unasked }
message-phone_changed-sms =
    { $linked ->
        [yes]
            { $how ->
                [removed] 您在 { $host } 的账户的电话号码已移除。不是您本人？请撤销： { $link }
               *[changed]
                    { $shown ->
                        [yes] 您在 { $host } 的账户的电话号码已更改为 { $new_phone }。不是您本人？请撤销： { $link }
                       *[no] 您在 { $host } 的账户的电话号码已更改。不是您本人？请撤销： { $link }
                    }
            }
       *[no]
            { $how ->
                [removed] 您在 { $host } 的账户的电话号码已移除。不是您本人？请设置新密码： { $site }/password/reset
               *[changed]
                    { $shown ->
                        [yes] 您在 { $host } 的账户的电话号码已更改为 { $new_phone }。不是您本人？请设置新密码： { $site }/password/reset
                       *[no] 您在 { $host } 的账户的电话号码已更改。不是您本人？请设置新密码： { $site }/password/reset
                    }
            }
    }

## In the place of those two, when somebody else proved the address or number to be theirs

message-address_released-subject = 一个联系方式已从您的账户中移除
message-address_released-title = 一个联系方式已从您的账户中移除
message-address_released-lead = 您在 { $host } 的账户中有一个您从未验证的电子邮件地址或电话号码，它属于另一个人，且对方已验证。它已从您的账户中移除。其他一切保持不变。
message-address_released-button = 查看您的账户
message-address_released-unasked = 您无需任何操作。如果它确实属于您，请登录并重新添加。
message-address_released-sms = 此号码已从 { $host } 的一个账户中移除：有人验证了该号码属于自己。不是您本人？请查看 { $site }/account

## The password was changed

message-password_changed-subject = 您的密码已更改
message-password_changed-title = 您的密码已更改
message-password_changed-lead = 您在 { $host } 的账户的密码已更改，您的其他设备均已退出登录。
message-password_changed-button = 设置新密码
message-password_changed-unasked =
    { $linked ->
        [yes] 如果是您本人更改的，则无需任何操作。如果不是，说明有人进入了您的账户：请立即设置新密码。
       *[no] 如果是您本人更改的，则无需任何操作。如果不是，说明有人进入了您的账户：请立即在此设置新密码： { $site }/password/reset
    }
message-password_changed-sms =
    { $linked ->
        [yes] 您在 { $host } 的账户的密码已更改。不是您本人？请设置新密码： { $link }
       *[no] 您在 { $host } 的账户的密码已更改。不是您本人？请设置新密码： { $site }/password/reset
    }

## The account is deleted, or going to be

message-account_deleted-subject = 您的账户已删除
message-account_deleted-title = 您的账户已删除
message-account_deleted-lead = 应您的请求，您在 { $host } 的账户及其所有内容已删除，无法恢复。
message-account_deleted-button = 重新注册
message-account_deleted-unasked = 如果是您本人操作，则无需任何操作。如果不是，说明有人知道您的密码：如果您在别处使用同一密码，请在那里更改。
message-account_deleted-sms = 应您的请求，您在 { $host } 的账户及其所有内容已删除。不是您本人？如在别处使用同一密码，请更改。

message-deletion_requested-subject = 您的账户即将被删除
message-deletion_requested-title = 您的账户即将被删除
message-deletion_requested-lead = 您请求 { $host } 删除您的账户。到 { $until }，账户及其所有内容都会消失。在此之前您仍可保留它：登录并选择保留即可。
message-deletion_requested-button = 保留我的账户
message-deletion_requested-unasked =
    { $linked ->
        [yes] 如果是您本人操作，则无需任何操作。如果不是，说明有人知道您的密码：请登录，保留您的账户，并设置新密码。
       *[no] 如果是您本人操作，则无需任何操作。如果不是，说明有人知道您的密码：请登录，保留您的账户，并在此设置新密码： { $site }/account/password
    }
message-deletion_requested-sms =
    { $linked ->
        [yes] 您在 { $host } 的账户将于 { $until } 删除。想保留，或不是您本人？请登录： { $link }
       *[no] 您在 { $host } 的账户将于 { $until } 删除。想保留，或不是您本人？请登录： { $site }/account/delete
    }

## Somebody tried to register with an address that is known

message-already_registered-subject = 您已有账户
message-already_registered-title = 您已有账户
message-already_registered-lead = 有人（很可能是您）试图用此地址在 { $host } 注册。它已属于一个账户，因此没有任何更改。如果您忘记了密码，可以设置新密码。
message-already_registered-button = 登录
message-already_registered-unasked = 如果不是您本人，则无需任何操作：无论是谁，都没有得知您有账户。
message-already_registered-sms =
    { $linked ->
        [yes] 有人（很可能是您）试图用此号码在 { $host } 注册。您已有账户。请登录： { $link }
       *[no] 有人（很可能是您）试图用此号码在 { $host } 注册。您已有账户。请登录： { $site }/login
    }

## To take an address out of an account that never proved it

message-release_address-subject = 将您的地址从一个账户中移除
message-release_address-title = 这个账户不是您的？
message-release_address-lead = 有人请求用此地址在 { $host } 设置新密码。它登记在一个账户中，但从未在那里验证过，而该账户有另一个已验证的联系方式。如果该账户不是您的，可用此验证码将您的地址从中移除，之后您就可以自己用它注册。
message-release_address-button = 移除我的地址
message-release_address-unasked = 如果该账户是您的，请用它的另一个联系方式请求新密码。如果您没有提出过任何请求，则无需任何操作。
message-release_address-sms = { $code } 可将此号码从 { $host } 的一个不属于您的账户中移除。账户是您的？请用其另一个联系方式重置密码。请勿告诉他人。

## To try out whether messages arrive

message-test-subject = 来自 { $host } 的测试
message-test-title = { $host } 的消息可以送达
message-test-lead = { $host } 的管理人员发送了此消息，以确认其消息能否送达。这一条已经送达。
message-test-button = 打开 { $host }
message-test-unasked = 您无需任何操作。如果您不了解 { $host }，说明有人在那里输错了地址：没有创建任何账户，也没有保存您的地址。
message-test-sms = 来自 { $host } 的测试：其短信可以送达。您无需任何操作。
