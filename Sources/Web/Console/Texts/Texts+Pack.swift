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
        ("mend", "Mend:", "修改："),
        ("severity.error", "error", "错误"),
        ("severity.warning", "warning", "警告"),
        ("severity.info", "note", "提示"),
        ("revisions", "Revisions", "各版本"),
        ("publishedAt", "Published", "发布时间"),
        ("checkRevision", "See what going back would change", "查看恢复后的变化"),
        ("goBackTo", "Go back to this revision", "恢复到这个版本"),
        (
            "goBackHelp",
            "It is served until the next publication or start of the gateway; then what is on disk is served again. Mend what is on disk, too.",
            "恢复后一直使用，直到下次发布或网关重启；之后会使用磁盘上的内容。请同时修改磁盘上的内容。"
        ),
        ("revisionReady", "You can go back to this revision", "可以恢复到这个版本"),
        (
            "revisionBad", "This revision cannot be served any more: the errors say why", "这个版本已不能使用，原因见错误"
        ),
        ("sessions", "Waiting sessions", "进行中的对话"),
        ("now", "served", "当前"),
    ]
}
