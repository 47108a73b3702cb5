extension Texts {
    /// Evidence.
    static let evidenceTexts: [(key: String, english: String, chinese: String)] = [
        ("evidence", "Evidence", "统计"),
        (
            "evidenceHelp",
            "Conversations that ended, counted without people in them. Numbers are rounded to the nearest %1, each by itself; a dash stands for fewer than %1. A month is told once it is over.",
            "已结束对话的计数，不含个人信息。各数字分别取整到 %1 的倍数；“–”表示少于 %1。每个月结束后才显示。"
        ),
        ("month", "Month (UTC)", "月份（UTC）"),
        ("course", "Conversations by month", "每月对话数"),
        (
            "tooFew", "Fewer than %1 conversations ended in this month, so nothing is told of them.",
            "本月结束的对话少于 %1 个，不予显示。"
        ),
        ("by.flow.outcome", "Topics and how conversations ended", "主题与结果"),
        ("by.place.flow", "Places and topics", "地区与主题"),
        ("by.flow.language", "Topics and languages", "主题与语言"),
        ("by.language.outcome", "Languages and how conversations ended", "语言与结果"),
        ("by.place.outcome", "Places and how conversations ended", "地区与结果"),
        ("byChannel", "Messages and what became of them", "短信与送达情况"),
        ("smsSegments", "SMS", "短信条数"),
        ("cost", "Cost", "费用"),
        ("messagesAsCSV", "Messages as CSV", "下载短信统计 CSV"),
        ("flowEvidenceTitle", "Evidence: %1", "统计：%1"),
        (
            "flowEvidenceHelp",
            "Conversations that began in this month, by the step they came to; who comes twice counts twice. Numbers are rounded to the nearest %1, each by itself; a dash stands for fewer than %1. Steps that fewer came to are left out.",
            "按到达的步骤统计本月开始的对话；来两次算两次。各数字分别取整到 %1 的倍数；“–”表示少于 %1。到达人次少于 %1 的步骤不列出。"
        ),
        (
            "tooFewCame", "Fewer than %1 conversations came here in this month, so nothing is told of them.",
            "本月到达这里的对话少于 %1 个，不予显示。"
        ),
        ("funnel", "How far people come", "走到哪一步"),
        (
            "funnelHelp", "The end of a bar in another colour: those who fell silent there, where that is told.",
            "条形末端颜色不同的部分，是在这一步中断的人次（可显示时）。"
        ),
        ("arrivedByLanguage", "Arrived, by language", "各语言到达人次"),
        ("results", "Answers for research", "供研究使用的回答"),
        (
            "resultsHelp",
            "A package in the FLOIP Flow Results format: the choices and figures that people gave in this flow in this month's conversations. Private answers, people's own words, numbers and names are left out; times are hours; people have pseudonyms.",
            "FLOIP Flow Results 格式的数据包：本月开始的对话在此流程中给出的选项和数字。不含私密回答、自由文字、号码和姓名；时间精确到小时；人员用化名。"
        ),
        ("resultsReason", "Why", "理由"),
        (
            "resultsReasonHelp", "It stands in the audit log. Name nobody in it.", "会记入审计日志，请勿写任何人的姓名。"
        ),
        (
            "resultsStable", "The same pseudonyms as in other packages, so that they can be joined",
            "与其他数据包使用相同的化名，以便合并"
        ),
        ("resultsGive", "Download the package", "下载数据包"),
        ("results.unreasoned", "Say why, in at most 500 characters.", "请写明理由，最多 500 字。"),
        ("results.days", "These are no days.", "日期无效。"),
        (
            "results.nothing-asked", "No question of this flow has answers that may be given out.",
            "此流程没有可以导出的回答。"
        ),
        (
            "results.too-few", "Fewer than %1 people answered, so nothing is given out.",
            "回答的人少于 %1 个，不予导出。"
        ),
        ("toOtherFlow", "To another topic", "转到其他主题"),
        ("evidenceStep", "Step", "步骤"),
        ("sum", "Sum", "合计"),
        ("together", "Others together", "其他合计"),
        ("placeUnknown", "not said", "未说明"),
        ("asCSV", "Download as CSV", "下载 CSV"),
    ]
}
