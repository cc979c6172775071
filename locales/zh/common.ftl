### 简体中文。
### Terms: 登录 (sign in), 退出登录 (sign out), 注册 (register), 账户 (account), 用户名 (username), 电子邮件地址 (email address),
### 电话号码 (phone number), 短信 (text message), 验证码 (code), 链接 (link), 验证 (verify), 确认 (confirm), 会话 (session),
### 密码 (password), 标识 (identifier), 令牌 (token), 后端 (backend), 工作人员 (staff), 超级用户 (superuser), 管理员 (administrator), 管理 (administration).
### 称呼：您。

## The language itself

language-name = 简体中文
language-direction = ltr

## On every page

language-choice = 语言
list-comma = { $first }、{ $next }
list-or = { $first }或{ $last }
number = { $count }
wait-seconds =
    { $count ->
       *[other] { $count } 秒
    }
wait-minutes =
    { $count ->
       *[other] { $count } 分钟
    }
wait-hours =
    { $count ->
       *[other] { $count } 小时
    }
date-month =
    { $month ->
        [1] 1 月
        [2] 2 月
        [3] 3 月
        [4] 4 月
        [5] 5 月
        [6] 6 月
        [7] 7 月
        [8] 8 月
        [9] 9 月
        [10] 10 月
        [11] 11 月
       *[12] 12 月
    }
date-day = { $year } 年 { date-month } { $day } 日
date-moment = { date-day } { $time } UTC
ago-just-now = 刚刚
ago-minutes =
    { $count ->
       *[other] { $count } 分钟前
    }
ago-hours =
    { $count ->
       *[other] { $count } 小时前
    }
ago-days =
    { $count ->
       *[other] { $count } 天前
    }
