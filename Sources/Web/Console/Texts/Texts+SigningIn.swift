extension Texts {
    /// Signing in and out.
    static let signingIn: [(key: String, english: String, chinese: String)] = [
        ("signIn", "Sign in", "登录"),
        ("signOut", "Sign out", "退出"),
        ("signInName", "Sign-in name", "登录名"),
        ("password", "Password", "密码"),
        ("code", "Code", "验证码"),
        (
            "codeHint", "The six digits your phone's app shows now, or one of your recovery codes.",
            "手机验证器应用现在显示的六位数字，或者您的一个备用码。"
        ),
        (
            "signInHelp", "Lost your password or phone? Ask an admin for a new link.",
            "忘了密码或丢了手机？请向管理员要一个新链接。"
        ),
        (
            "signInWrong", "Name, password or code is wrong. A code works once: wait for the next one.",
            "登录名、密码或验证码不对。每个验证码只能用一次，请等下一个。"
        ),
        (
            "signInBlocked", "Too many attempts have failed. Try again in %1 min.", "失败次数太多。请 %1 分钟后再试。"
        ),
        ("crowded", "Too many attempts. Wait a minute, then try again.", "尝试次数太多。请等一分钟再试。"),
        ("done.signedOut", "You are signed out.", "您已退出。"),
        ("accountHelp", "To change your password or phone, ask an admin for a new link.", "要换密码或手机，请向管理员要一个新链接。"),
        ("signOutEverywhere", "Sign out everywhere", "在所有设备上退出"),
        (
            "signOutEverywhereHelp", "If you left a computer signed in, or someone else may know your password.",
            "如果您在别的电脑上没有退出，或者怀疑别人知道了您的密码。"
        ),
        ("role", "Role", "角色"),
    ]
}
