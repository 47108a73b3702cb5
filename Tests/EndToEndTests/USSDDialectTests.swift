import HTTPClient
import Testing

/// A whole conversation over HTTP in the words of every USSD provider.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct USSDDialectTests {
    private typealias Shown = USSDDialect.Shown

    private static let language = Shown(text: "Language? Lugha?\n1 English\n2 Kiswahili", ends: false)
    private static let menu = Shown(text: "What do you need?\n1 Count\n2 My name\n3 Call me", ends: false)
    private static let resume = Shown(text: "Welcome back. 1 Continue 2 Start again", ends: false)
    private static let name = Shown(text: "What is your name?", ends: false)
    private static let over = Shown(text: "Thank you. Write or dial again any time.", ends: true)
    private static let refused = Shown(text: "This service is not available now. Please try again later.", ends: true)

    private static func sum(_ number: Int) -> Shown {
        Shown(text: "Sum \(number). Next number? 999 ends.", ends: false)
    }

    /// - Parameter window: How long after its answer a request without an id is taken for a repeat, where it matters.
    private func start(repeatsWithin window: String = "4s") async throws -> (Deployment, RunningGateway) {
        let deployment = try Deployment()
        try deployment.write(
            USSDDialect.channels("    duplicate_window: \(window)"), to: "Config/channels.yaml")
        return (deployment, try await RunningGateway.start(deployment))
    }

    @Test(arguments: USSDDialect.all)
    func `a dialogue begins, goes on and ends, and each request may come twice`(dialect: USSDDialect) async throws {
        let (_, gateway) = try await start(repeatsWithin: "10m")
        var phone = DialectPhone(dialect, "+254722000001")
        var screens = [try await phone.dial(on: gateway)]
        for answer in ["1", "count", "40", "2", "40", "999"] {
            let first = try await phone.response(on: gateway)
            for _ in 0..<2 {
                let again = try await phone.response(on: gateway)
                #expect(again.body == first.body && again.status == first.status, "before \(answer)")
            }
            screens.append(try await phone.answer(answer, on: gateway))
        }
        let sums = [0, 40, 42, 82].map(Self.sum)
        #expect(screens == [Self.language, Self.menu] + sums + [Shown(text: "Done with 82.", ends: true)])
        #expect(try await phone.again(on: gateway) == screens.last)
        #expect(try await gateway.count("turns") == 7)
        #expect(try await gateway.count("repeats") == 19)
    }

    @Test(arguments: USSDDialect.all)
    func `what comes after the last screen is answered with a last screen and begins nothing`(
        dialect: USSDDialect
    ) async throws {
        let (_, gateway) = try await start()
        var phone = DialectPhone(dialect, "+254722000002")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("1", "my name", "Ada", on: gateway).text == "Hello Ada.")
        #expect(try await phone.answer("5", on: gateway) == Self.over)
        #expect(try await phone.answer("6", on: gateway) == Self.over)
        #expect(try await phone.dial(on: gateway) == Self.menu)
        #expect(try await phone.answer("count", on: gateway) == Self.sum(0))
    }

    @Test(arguments: USSDDialect.all)
    func `an answer may contain the separator, and be equal to one before`(dialect: USSDDialect) async throws {
        let (_, gateway) = try await start()
        var phone = DialectPhone(dialect, "+254722000003")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("1", "count", "5", "7", "5", on: gateway) == Self.sum(17))
        #expect(try await phone.answer("00", "2", on: gateway) == Self.name)
        #expect(
            try await phone.answer("*Ada*Lovelace*", on: gateway) == Shown(text: "Hello *Ada*Lovelace*.", ends: true))
    }

    @Test(arguments: USSDDialect.all.filter(\.tellsShortcut))
    func `digits dialled behind the code walk the menus`(dialect: USSDDialect) async throws {
        let (_, gateway) = try await start()
        var phone = DialectPhone(dialect, "+254722000004")
        #expect(try await phone.dial("1*2", on: gateway) == Self.language)
        #expect(try await phone.answer("1", on: gateway) == Self.menu)
        #expect(try await phone.dial("1*5*6", on: gateway) == Self.sum(11))
        #expect(try await phone.again(on: gateway) == Self.sum(11))
        #expect(try await phone.answer("7", on: gateway) == Self.sum(18))
    }

    @Test(arguments: USSDDialect.all)
    func `after a hang-up, told or not, the next dial asks whether to continue`(dialect: USSDDialect) async throws {
        let (_, gateway) = try await start()
        var phone = DialectPhone(dialect, "+254722000005")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("1", "count", "30", on: gateway) == Self.sum(30))
        for _ in 0..<2 {
            if let response = try await phone.hangUp(on: gateway) { #expect(response.status == 200) }
        }
        #expect(try await phone.dial(on: gateway) == Self.resume)
        #expect(try await phone.answer("1", on: gateway) == Self.sum(30))
        #expect(try await phone.answer("2", on: gateway) == Self.sum(32))
    }

    @Test(arguments: USSDDialect.all)
    func `a dialogue goes on after the gateway was killed, and one it never saw begins`(
        dialect: USSDDialect
    ) async throws {
        let (deployment, first) = try await start(repeatsWithin: "10m")
        var phone = DialectPhone(dialect, "+254722000006")
        _ = try await phone.dial(on: first)
        #expect(try await phone.answer("1", "count", "30", on: first) == Self.sum(30))
        try await first.kill()
        let gateway = try await RunningGateway.start(deployment)
        #expect(try await phone.again(on: gateway) == Self.sum(30))
        #expect(try await phone.answer("2", on: gateway) == Self.sum(32))
        var stranger = DialectPhone(dialect, "+254722000007")
        #expect(try await stranger.answer("9", on: gateway) == Self.language)
        #expect(try await stranger.answer("1", on: gateway) == Self.menu)
    }

    @Test(arguments: USSDDialect.all)
    func `whatever is wrong with a request, the phone shows a last screen`(dialect: USSDDialect) async throws {
        let (_, gateway) = try await start()
        var phone = DialectPhone(dialect, "+254722000008")
        let good = dialect.call(phone.dialogue)
        #expect(
            try phone.screen(try await phone.ask(good, token: "wrong-token-0123456789", on: gateway)) == Self.refused)
        var bad: [USSDDialect.Call] = []
        for (text, replacement) in [("254722000008", ""), ("254722000008", "nobody!"), ("254722000008", "12")] {
            bad.append(
                USSDDialect.Call(
                    method: good.method, path: good.path.replacing(text, with: replacement), type: good.type,
                    body: good.body.replacing(text, with: replacement)))
        }
        if !good.body.isEmpty {
            for body in ["", "{", "<request>", "[1, 2]", "null", "%%%\u{0}", String(good.body.prefix(30))] {
                bad.append(USSDDialect.Call(method: good.method, path: good.path, type: good.type, body: body))
            }
            bad.append(USSDDialect.Call(method: good.method, path: good.path, type: "image/png", body: "\u{89}PNG"))
        }
        for call in bad {
            let response = try await phone.ask(call, on: gateway)
            #expect(try phone.screen(response).ends == true, "\(call)")
        }
        #expect(try await phone.dial(on: gateway) == Self.language)
    }

    @Test(arguments: USSDDialect.all)
    func `a refusal of HTTP's own is a screen where the provider shows one`(dialect: USSDDialect) async throws {
        let deployment = try Deployment(settings: "server: { body_limit: 2000 }\n")
        try deployment.write(USSDDialect.channels(), to: "Config/channels.yaml")
        let gateway = try await RunningGateway.start(deployment)
        let phone = DialectPhone(dialect, "+254722000009")
        var long = dialect.call(phone.dialogue)
        long.method = "POST"
        long.body += String(repeating: " ", count: 4_000)
        #expect(try phone.screen(try await phone.ask(long, on: gateway)) == Self.refused)
        var wrong = dialect.call(phone.dialogue)
        wrong.method = "PATCH"
        #expect(try phone.screen(try await phone.ask(wrong, on: gateway)) == Self.refused)
        for path in ["", "/nowhere", "/nowhere/at/all"] {
            let url = "/in/\(dialect.name)\(path)?token=\(USSDPhone.token)"
            let response = try await gateway.ask(url, method: "POST", type: "text/plain", body: Array("x".utf8))
            #expect(response.status == 200 && response.text.contains(Self.refused.text), "\(path)")
            let preview = try await gateway.ask(url, method: "HEAD")
            #expect(preview.body.isEmpty, "\(path)")
        }
        #expect(try await gateway.count("turns") == 0)
    }
}
