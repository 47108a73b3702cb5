extension Texts {
    /// The pack that is served.
    static let packTexts: [(key: String, english: String, chinese: String)] = [
        ("packName", "Pack", "内容包"),
        ("revision", "Revision", "版本"),
        ("languages", "Languages", "语言"),
        ("steps", "Steps", "步骤"),
        ("publishing", "Publish", "发布"),
        (
            "publishHelp",
            "Check what is on disk first: you see what would change. Conversations stay on the revision they began with.",
            "请先检查磁盘上的内容，看看会有什么变化。正在进行的对话继续用原来的版本。"
        ),
        ("checkPack", "Check what is on disk", "检查磁盘上的内容"),
        ("publish", "Publish this", "发布"),
        ("packBad", "The pack on disk has errors and cannot be published", "磁盘上的内容有错误，不能发布"),
        ("packPublished", "Published", "已发布"),
        ("packReady", "This can be published", "可以发布"),
        ("packSame", "The pack on disk is the one that is served", "磁盘上的内容就是当前内容"),
        ("findings", "What the check says", "检查结果"),
        ("changes", "What people would notice", "用户会注意到的变化"),
        ("stepGone", "%1: the step is gone", "%1：步骤已删除"),
        ("remindersLost", "%1: planned reminders that will not be sent: %2", "%1：不会发送的提醒：%2"),
        ("revisions", "Conversations by revision", "各版本上的对话"),
        ("noSessions", "No conversation waits.", "没有进行中的对话。"),
        ("sessions", "Waiting sessions", "进行中的对话"),
        ("now", "served", "当前"),
    ]
}
