extension Texts {
    /// Tokens of programs.
    static let tokenTexts: [(key: String, english: String, chinese: String)] = [
        ("tokens", "Tokens of programs", "程序令牌"),
        ("toTokens", "Back to the tokens", "回到令牌列表"),
        ("forPrograms", "Programs may ask for the same facts by a token.", "程序可以用令牌读取同样的信息。"),
        (
            "tokensHelp",
            "A program with a token asks for the same facts as its role sees here, at /api/v1. What it does stands in the log.",
            "持有令牌的程序可以通过 /api/v1 读取它的角色在这里能看到的信息。它的操作会留下记录。"
        ),
        ("noTokens", "There are none.", "还没有令牌。"),
        ("tokenName", "Name", "名称"),
        ("tokenNameHelp", "What the program is for, and who looks after it.", "这个程序做什么，由谁负责。"),
        ("tokenNameBad", "Write a name of %1 to %2 characters.", "名称需要 %1 到 %2 个字符。"),
        ("tokenDays", "Days it is good for", "有效天数"),
        ("tokenDaysHelp", "Leave it empty for a token that is good until it is revoked.", "留空表示一直有效，直到撤销。"),
        ("tokenDaysBad", "Write a number of days from %1 to %2, or nothing.", "请填 %1 到 %2 之间的天数，或留空。"),
        ("tokensFull", "%1 tokens are good now, and no more may be: revoke one first.", "已有 %1 个有效令牌，达到上限。请先撤销一个。"),
        ("makeToken", "Make a token", "生成令牌"),
        ("madeBy", "Made by", "由谁生成"),
        ("lastUse", "Last used", "最近使用"),
        ("never", "never", "从未使用"),
        ("goodUntil", "Good until", "有效期"),
        ("untilRevoked", "it is revoked", "撤销为止"),
        ("tokenRevokedAt", "revoked %1", "%1 已撤销"),
        ("tokenOverAt", "over since %1", "%1 已过期"),
        ("revoke", "Revoke", "撤销"),
        ("revokeHelp", "The program can ask for nothing more, at once. It cannot be taken back.", "程序立即不能再使用，且无法恢复。"),
        ("revokeNow", "Revoke this token", "撤销这个令牌"),
        ("done.tokenRevoked", "The token is good for nothing now.", "令牌已失效。"),
        ("newToken", "A new token", "新令牌"),
        (
            "newTokenHelp",
            "Copy it now: it is kept nowhere and is not shown again. Whoever has it may do what its role may.",
            "请现在复制：系统不保存，以后不再显示。拿到它的人就有它的角色的权限。"
        ),
        (
            "newTokenUse", "Programs send it with each request: Authorization: Bearer …",
            "程序每次请求时发送：Authorization: Bearer …"
        ),
        ("tokenOf", "token %1 (%2)", "令牌 %1（%2）"),

        ("act.make token", "made a token", "生成令牌"),
        ("act.revoke token", "revoked a token", "撤销令牌"),
    ]
}
