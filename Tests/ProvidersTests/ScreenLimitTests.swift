import ContentFiles
import Conversation
import Expressions
import Foundation
import Providers
import Telephony
import TestSupport
import Testing

/// No provider ever gets a screen that is longer than it takes, in any language of the pack.
struct ScreenLimitTests {
    private static let adapters = ShippedAdapters.names.filter {
        (try? ShippedAdapters.load($0))?.adapter?.kind == .ussd
    }

    private static let pack: Pack? = {
        let log = DiagnosticLog()
        let folder = ShippedAdapters.root.appending(path: "Flows/china").path
        return PackSource.read(folder: folder, log: log).flatMap { PackLoader.load($0, log: log) }
    }()

    private static let inputs = [
        "1", "1", "2", "2", "3", "4", "5", "6", "7", "8", "9", "9", "0", "00", "", "202603", "2026-01", "5000", "yes",
        "help", "menu", "language", "深圳", "suzhou", "no idea", "😀", String(repeating: "长", count: 300),
    ]

    @Test(arguments: adapters, ["en", "zh-Hans"])
    func `whatever she types, each screen fits`(adapter: String, language: String) throws {
        let channel = try ShippedAdapters.channel(adapter)
        let machine = ConversationMachine(packs: .init(current: try #require(Self.pack)))
        let view = ChannelView(name: "ussd", kind: .ussd, limit: channel.screenLimit)
        var random = SplitMix64(seed: 11)
        var snapshot = Snapshot(person: Person(language: language))
        var now = Timestamp.test
        var screens: Set<String> = []
        for dialogue in 0..<12 {
            for hop in 0..<30 {
                let text = hop == 0 ? "" : Self.inputs.randomElement(using: &random) ?? ""
                let event = Hop(dialogue: "d\(dialogue)", begins: hop == 0, input: .latest(text), mark: hop)
                let turn = machine.receive(.hop(event), on: view, snapshot, at: now)
                snapshot = Snapshot(person: turn.person, session: turn.session)
                now = now + 5
                let screen = try #require(turn.reply?.text)
                #expect(channel.screenLimit.fits(screen), "\(screen)")
                screens.insert(screen)
            }
        }
        #expect(screens.count > 40)
    }

    @Test(arguments: adapters)
    func `what the gateway says by itself fits`(adapter: String) throws {
        let channel = try ShippedAdapters.channel(adapter)
        #expect(channel.screenLimit.fits(channel.apology))
        #expect(channel.screenLimit.fits("We are very busy. Please try again in a few minutes."))
    }

    @Test(arguments: ["africastalking-ussd", "safaricom-ussd"])
    func `the mark before a screen is there once and does not count`(adapter: String) throws {
        let channel = try ShippedAdapters.channel(adapter)
        let full = String(repeating: "a", count: 182)
        let chinese = String(repeating: "资", count: 80)
        #expect(channel.screenLimit.fits(full) && !channel.screenLimit.fits(full + "a"))
        #expect(channel.screenLimit.fits(chinese) && !channel.screenLimit.fits(chinese + "资"))
        let body =
            adapter == "africastalking-ussd"
            ? "sessionId=1&phoneNumber=%2B254711000001&text=" : "SESSION_ID=1&ORIG=254711000001&DEST=167&USSD_PARAMS="
        let exchange = try #require(channel.receive(.form(body), route: "session", at: .test).exchange)
        for text in [full, chinese, "CON a"] {
            #expect(channel.answer(exchange, .reply(text, ends: false)).text == "CON " + text)
            #expect(channel.answer(exchange, .reply(text, ends: true)).text == "END " + text)
        }
    }

    @Test(arguments: [
        ("{chars: 160, charset: gsm7}", ScreenLimit.ussd(septets: 160, ucs2: 70)),
        ("{chars: 182}", .ussd(septets: 182, ucs2: 80)), ("{chars: 70, charset: ucs2}", .ussd(septets: 70, ucs2: 70)),
        ("{charset: gsm7}", .ussd(septets: 182, ucs2: 80)), ("{reply_within: 8s}", .ussd(septets: 182, ucs2: 80)),
    ])
    func `the limit of a screen is in the file`(limits: String, expected: ScreenLimit) throws {
        let log = DiagnosticLog()
        let source = try ShippedAdapters.source("generic-ussd").split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("limits:") ? "limits: \(limits)" : String($0) }.joined(separator: "\n")
        let adapter = try #require(AdapterFile.load(source: source, file: "x.yaml", log: log))
        #expect(Channel(ChannelEntry(id: "x", adapter: adapter)).screenLimit == expected)
    }

    @Test(arguments: [
        ("8s", Duration.seconds(7)), ("2s", .milliseconds(1_500)), ("1s", .milliseconds(750)), ("20s", .seconds(19)),
    ])
    func `a screen's time leaves some for the way`(within: String, expected: Duration) throws {
        let log = DiagnosticLog()
        let source = try ShippedAdapters.source("generic-ussd").replacing(
            "reply_within: 8s", with: "reply_within: \(within)")
        let adapter = try #require(AdapterFile.load(source: source, file: "x.yaml", log: log))
        #expect(Channel(ChannelEntry(id: "x", adapter: adapter)).replySpan == expected)
        #expect(try ShippedAdapters.channel("twilio").replySpan == nil)
    }
}
