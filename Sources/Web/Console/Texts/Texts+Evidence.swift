extension Texts {
    /// Evidence.
    static let evidenceTexts: [(key: String, english: String, chinese: String)] = [
        ("evidence", "Evidence", "统计"),
        (
            "evidenceHelp",
            "Conversations that ended, counted without people in them. A dash stands for fewer than %1, or for a count that would tell one. A month is told once it is over.",
            "已结束对话的计数，不含个人信息。“–”表示少于 %1，或会透露这样的小数目。每个月结束后才显示。"
        ),
        ("month", "Month (UTC)", "月份（UTC）"),
        ("course", "Conversations by month", "每月对话数"),
        (
            "tooFew", "Fewer than %1 conversations ended in this month, so nothing is told of them.",
            "本月结束的对话少于 %1 个，不予显示。"
        ),
        ("byOutcome", "Topics and how conversations ended", "主题与结果"),
        ("byPlace", "Places and topics", "地区与主题"),
        ("byLanguage", "Topics and languages", "主题与语言"),
        ("silences", "Where people fell silent", "在哪一步中断"),
        ("evidenceStep", "Step", "步骤"),
        ("sum", "Sum", "合计"),
        ("together", "Others together", "其他合计"),
        ("placeUnknown", "not said", "未说明"),
        ("asCSV", "Download as CSV", "下载 CSV"),
    ]
}
