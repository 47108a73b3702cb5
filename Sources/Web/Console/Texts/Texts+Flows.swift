extension Texts {
    /// Flows, and how conversations move through them.
    static let flowTexts: [(key: String, english: String, chinese: String)] = [
        ("flows", "Flows", "流程"),
        ("flowTitle", "%1", "%1"),
        ("flowsHelp", "Open a flow to see its picture and how many went each way.", "打开一个流程，查看流程图和每条路径的人次。"),
        (
            "flowsCounted",
            "Counted are the conversations that began in the last %1 days and came to the flow; who comes twice counts twice.",
            "统计的是最近 %1 天开始并进入该流程的对话；同一人来两次算两次。"
        ),
        ("flowsMap", "How the flows hang together", "流程之间的联系"),
        ("flowsMapAlt", "All flows as boxes, with arrows to those they lead to", "所有流程，箭头指向后续流程"),
        ("allFlows", "All flows", "所有流程"),
        ("begunFrom", "Begun from", "开始于"),
        ("begunUntil", "until", "至"),
        (
            "flowHelp",
            "Counted are the moves of conversations that began in these days; who comes twice counts twice. Whoever arrived at a step has gone on, waits there now, came to the end there, or broke off.",
            "统计这几天开始的对话；同一个人来两次算两次。到达一个步骤的人，要么继续，要么还在等，要么在此结束，要么中途离开。"
        ),
        ("flowPicture", "Picture of the flow", "流程图"),
        (
            "flowPictureAlt",
            "The steps with how many arrived, and arrows with how many went; the tables below say the same",
            "各步骤的到达人次和各箭头的经过人次；下面的表格内容相同"
        ),
        ("flowSteps", "Steps", "各步骤"),
        ("flowWays", "Ways", "各路径"),
        ("flowStep", "Step", "步骤"),
        ("arrived", "Arrived", "到达"),
        ("wentOn", "Went on", "继续"),
        ("waitsThere", "Wait now", "还在等"),
        ("endedThere", "Ended", "结束"),
        ("brokeOff", "Broke off", "中途离开"),
        ("flowWay", "Way", "路径"),
        ("leadsTo", "Leads to", "通往"),
        ("took", "Took it", "人次"),
        ("leadsBack", "back", "返回"),
        ("leadsHome", "the main menu", "主菜单"),
        ("leadsOut", "out of the flow", "流程结束"),
        ("jumps", "Other moves", "其他移动"),
        (
            "jumpsHelp",
            "By a key or a word that works everywhere, for a question of a rule, or by staff.",
            "通过通用按键或关键词、为回答规则的问题，或由工作人员转到。"
        ),
        ("cameFrom", "From", "从"),
        ("fromOutside", "outside", "外部"),
        ("otherLanguage", "another language", "另一种语言"),
    ]
}
