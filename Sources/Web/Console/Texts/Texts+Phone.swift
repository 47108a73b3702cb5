extension Texts {
    /// The browser phone.
    static let phoneTexts: [(key: String, english: String, chinese: String)] = [
        ("phone.title", "Try it", "试一试"),
        (
            "phone.lead", "Be a worker with a phone. Nobody is real here, and nothing leaves this machine.",
            "扮演一位打工者，用手机试用。这里没有真人，内容也不会离开本机。"
        ),
        (
            "phone.noscript", "This phone needs JavaScript. In the terminal, waymark talk is a phone without it.",
            "此页面需要 JavaScript。也可以在终端里运行 waymark talk。"
        ),
        ("phone.skip", "Go to the phone", "跳到手机"),
        ("phone.console", "Console", "工作台"),
        ("phone.phone", "Phone", "手机"),
        ("phone.whose", "Phone number (made up)", "手机号（虚构）"),
        ("phone.another", "Another phone", "换一部新手机"),
        ("phone.modes", "What to do with the phone", "用手机做什么"),
        ("phone.ussd", "Dial", "拨号"),
        ("phone.sms", "SMS", "短信"),
        ("phone.screen", "The phone's screen", "手机屏幕"),
        ("phone.keys", "Keys", "按键"),
        ("phone.dial", "Dial", "拨号"),
        ("phone.reply", "Your answer", "您的回答"),
        ("phone.write", "Your message", "您的短信"),
        ("phone.call", "Call", "呼叫"),
        ("phone.send", "Send", "发送"),
        ("phone.close", "Close", "关闭"),
        ("phone.hang", "Hang up", "挂断"),
        ("phone.trouble", "Make trouble", "制造故障"),
        ("phone.lose", "The next answer is lost on its way", "下一个回复在途中丢失"),
        ("phone.twice", "The next request comes twice", "下一个请求重复发送"),
        ("phone.wait", "Let time go by", "让时间过去"),
        ("phone.waitNow", "Wait", "等待"),
        (
            "phone.noWait", "To let time go by here, start the gateway with phone.clock: on.",
            "如需在此让时间快进，请用 phone.clock: on 启动网关。"
        ),
        ("phone.inside", "Inside the gateway", "网关内部"),
        ("phone.served", "What is served:", "当前内容："),
        ("phone.language", "Language", "语言"),
        ("phone.begin", "Press Call to dial.", "按“呼叫”拨号。"),
        ("phone.empty", "No messages yet. Write anything.", "还没有短信，随便写点什么吧。"),
        (
            "phone.lost", "Connection problem. Dial again: the conversation goes on where it was.",
            "连接出错。请重新拨号，对话会从原处继续。"
        ),
        (
            "phone.hung", "You hung up. Dial again: the conversation goes on where it was.",
            "您已挂断。重新拨号，对话会从原处继续。"
        ),
        (
            "phone.same", "The request came twice: both got the same answer, and there was one turn.",
            "请求来了两次：两次的回复相同，对话只前进了一步。"
        ),
        ("phone.differ", "The request came twice, and the answers differ.", "请求来了两次，但回复不同。"),
        ("phone.away", "The gateway cannot be reached.", "无法连接网关。"),
        ("phone.refused", "The gateway refused it.", "网关拒绝了请求。"),
        (
            "phone.late", "The next message does not get through; the gateway sends it again a few seconds later.",
            "下一条短信送不到；几秒后网关会重发。"
        ),
        ("phone.gone", "The answer was lost. The gateway does not know.", "回复已丢失，网关并不知道。"),
        ("phone.you", "You:", "您："),
        ("phone.service", "The service:", "服务："),
        ("phone.number.wrong", "This is no phone number.", "这不是电话号码。"),
        ("phone.nothing", "Nothing came from this phone yet.", "这部手机还没有发来任何内容。"),
        ("phone.step", "Waits at", "停在"),
        ("phone.waits", "then at", "之后停在"),
        ("phone.open", "Open in the console", "在工作台中打开"),
        ("phone.tries", "attempts: %1", "尝试次数：%1"),
    ]

    /// The phone's texts by the rest of their keys, as its templates name them.
    var phone: [String: String] {
        let beginning = "phone."
        return Dictionary(
            all.filter { $0.key.hasPrefix(beginning) }.map { (String($0.key.dropFirst(beginning.count)), $0.value) }
        ) { first, _ in first }
    }
}
