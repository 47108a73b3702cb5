extension Texts {
    /// Taking an invitation.
    static let joining: [(key: String, english: String, chinese: String)] = [
        ("join", "Join the console", "加入控制台"),
        ("joinOffer", "You are invited as: %1.", "您被邀请担任：%1。"),
        ("renew", "Make a new password", "设置新密码"),
        ("renewOffer", "This makes a new password and new codes for %1.", "这会为 %1 设置新的密码和验证码。"),
        ("nameHint", "2 to 40 letters or digits. Others on the staff will see it.", "2 到 40 个字母、汉字或数字。其他工作人员会看到。"),
        ("newPassword", "New password", "新密码"),
        (
            "passwordHint", "At least 12 characters. A few words that only you would put together are easy to keep.",
            "至少 12 个字符。几个只有您会放在一起的词最好记。"
        ),
        ("passwordAgain", "The same password again", "再输入一次密码"),
        ("phone", "Your phone", "您的手机"),
        (
            "phoneHelp",
            "Type this key into an authenticator app on your phone. From then on it shows a new code every 30 seconds.",
            "请在手机的验证器应用里输入这个密钥。之后它每 30 秒显示一个新的验证码。"
        ),
        ("openApp", "Open it in an app on this device", "在本机的应用中打开"),
        ("firstCode", "Code from the app", "应用显示的验证码"),
        ("firstCodeHint", "Six digits. They show that the app has the right key.", "六位数字，用来确认应用里的密钥正确。"),
        ("finish", "Finish", "完成"),
        (
            "objection.name", "Choose a name of 2 to 40 letters, digits, spaces or . - _",
            "请用 2 到 40 个字母、汉字、数字、空格或 . - _ 作登录名"
        ),
        ("objection.nameTaken", "Somebody has this name already. Choose another.", "这个登录名已有人使用，请换一个。"),
        (
            "objection.password", "Choose a longer or less common password: 12 to 200 characters, without your name",
            "请选更长、更少见的密码：12 到 200 个字符，不含登录名"
        ),
        ("objection.again", "The two passwords are not the same", "两次输入的密码不一样"),
        ("objection.code", "This is not the code the app shows now", "这不是应用现在显示的验证码"),
        ("recovery", "Keep these recovery codes", "请保存备用码"),
        (
            "recoveryHelp",
            "Each one stands in for your phone once, if you lose it. Write them down or print them: they are not shown again.",
            "如果丢了手机，每个备用码可以代替一次验证码。请抄下来或打印出来：以后不会再显示。"
        ),
        ("kept", "I have kept them", "我已保存"),
    ]
}
