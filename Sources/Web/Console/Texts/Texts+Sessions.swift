extension Texts {
    /// Conversations.
    static let sessionTexts: [(key: String, english: String, chinese: String)] = [
        ("conversations", "Conversations", "对话"),
        ("session", "Conversation %1", "对话 %1"),
        ("find", "Find", "查找"),
        ("findHint", "phone number, or # and a case", "电话号码，或 # 加个案编号"),
        ("findHintWords", "words, phone number, or # and a case", "词语、电话号码，或 # 加个案编号"),
        ("findNow", "Find", "查找"),
        ("findUnreadable", "Write a phone number, or # and the number of a case", "请输入电话号码，或 # 加个案编号"),
        (
            "findUnreadableWords", "Write words that were said, a phone number, or # and the number of a case",
            "请输入对话中的词语、电话号码，或 # 加个案编号"
        ),
        ("saidIn", "Conversations in which these words were said together:", "同时说到以下词语的对话："),
        (
            "saidPartly", "These words are in very many texts, so not all were looked at. Add a rarer word.",
            "含有这些词语的文本太多，没有全部查找。请再加一个少见的词。"
        ),
        ("saidUnread", "What was said since %1 cannot be found by words yet.", "%1 以后说的内容暂时还不能按词语查找。"),
        ("noneFound", "Nothing was found.", "没有找到。"),
        ("filter", "Show only some", "筛选"),
        ("flow", "Flow", "流程"),
        ("from", "From", "从"),
        ("until", "Until", "到"),
        ("onlyFlagged", "Only what needs a look", "只看需要注意的"),
        ("show", "Show", "显示"),
        ("showAll", "Show all", "显示全部"),
        ("all", "all", "全部"),
        ("ofRecord", "Conversations of record", "此档案的对话："),
        ("last", "Last turn", "最近"),
        ("began", "Began", "开始"),
        ("lookAt", "needs a look:", "需注意："),
        ("consents", "What she agreed to", "同意记录"),
        ("wording", "wording %1", "文本第%1版"),
        ("consent.messages", "Messages (STOP, START)", "短信（STOP、START）"),
        ("consent.given", "agreed", "同意"),
        ("consent.refused", "said no", "不同意"),
        ("consent.withdrawn", "took it back", "撤回"),
        ("outcome.open", "goes on", "进行中"),
        ("outcome.staff", "staff answer", "由工作人员回复"),
        ("outcome.finished", "finished", "已完成"),
        ("outcome.restarted", "begun anew", "重新开始"),
        ("outcome.expired", "not heard from", "超时结束"),
        ("outcome.stopped", "wants no messages", "已退订"),
        ("outcome.closed", "ended by staff", "由工作人员结束"),
        ("outcome.forgotten", "erased", "已删除"),
        ("outcome.moved", "moved", "已转走"),
        ("tag", "Tag", "标签"),
        ("rulesNow", "What the rules say", "法规结论"),
        (
            "rulesHelp",
            "By the law of today and what is known of her now; her answers are shown only with everything.",
            "根据现行法规和目前已知的信息；她的回答只在“显示全部”时显示。"
        ),
        ("ruleVersion", "version", "版本"),
        ("ruleTrace", "Line by line, with values", "逐条依据和数值"),
        ("ruleQuestions", "Questions of rules", "法规所需的问题"),
        ("toSession", "The whole conversation", "整段对话"),
        ("stepByStep", "Step by step, on the picture of the flow", "逐步查看（流程图）"),
        ("saveAsTalk", "Save as a talk, without what is private", "保存为测试对话（不含私密内容）"),
        ("turnOf", "turn %1 of %2", "第 %1 轮，共 %2 轮"),
        ("firstTurn", "first", "第一轮"),
        ("earlierTurn", "← earlier", "← 上一轮"),
        ("laterTurn", "later →", "下一轮 →"),
        ("lastTurn", "last", "最后一轮"),
        ("pathPicture", "The way she came", "她走过的路径"),
        ("pictureOf", "The flow %1; the way she came stands out", "流程“%1”，走过的路径已标出"),
        ("toSessions", "All conversations", "全部对话"),
        ("numberEnds", "number ends in", "号码尾号"),
        (
            "redacted", "Private answers, and screens that may show them, are not shown.", "不显示私密回答和可能含有它们的屏幕。"
        ),
        ("showWhole", "Show everything; it is noted in the audit log", "显示全部（会记入操作记录）"),
        ("wholeShown", "Everything is shown. That you opened it is noted in the audit log.", "已显示全部内容，并已记入操作记录。"),
        ("withheld", "Not shown: it may hold a private answer.", "不显示：可能含有私密回答。"),
        ("conversation", "What was said", "对话内容"),
        ("after", "after", "间隔"),
        ("typed", "She typed:", "她输入："),
        ("understood", "understood as", "理解为"),
        ("units", "%1 characters", "%1 字符"),
        ("unitsOf", "%1 of %2 characters", "%1 / %2 字符"),
        ("segments", "SMS: %1", "短信条数：%1"),
        ("cases", "Cases", "个案"),
        ("seconds", "%1 s", "%1 秒"),
        ("minutes", "%1 min", "%1 分钟"),
        ("hours", "%1 h", "%1 小时"),
        ("days", "%1 d", "%1 天"),
        ("message.waiting", "waits to be sent", "等待发送"),
        ("message.sent", "sent", "已发送"),
        ("message.delivered", "arrived", "已送达"),
        ("message.lost", "did not arrive", "未送达"),
        ("message.dead", "given up", "已放弃"),
    ]

    /// A time span in the greatest unit that tells it exactly.
    func span(_ seconds: Int) -> String {
        let units = [("days", 86_400), ("hours", 3_600), ("minutes", 60), ("seconds", 1)]
        let (unit, length) = units.first { seconds.isMultiple(of: $0.1) } ?? ("seconds", 1)
        return self[unit, seconds / length]
    }

    /// A time span in its greatest whole unit.
    func duration(_ seconds: Int64) -> String {
        switch seconds {
        case ..<120: self["seconds", seconds]
        case ..<7_200: self["minutes", seconds / 60]
        case ..<172_800: self["hours", seconds / 3_600]
        default: self["days", seconds / 86_400]
        }
    }
}
