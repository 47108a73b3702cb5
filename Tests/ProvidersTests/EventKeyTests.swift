import Expressions
import Providers
import Testing

struct EventKeyTests {
    private static func keys(_ channel: Channel, _ bodies: [String], route: String) -> [EventKey] {
        bodies.flatMap { body in
            channel.receive(.form(body), route: route, at: .test).events.map { $0.key(channel) }
        }
    }

    private static func hopKeys(_ channel: Channel, _ bodies: [String]) -> [EventKey] {
        bodies.flatMap { body in
            channel.receive(.json(body), route: "session", at: .test).events.map { $0.key(channel) }
        }
    }

    @Test func `a repeated message has the same key whenever it comes`() throws {
        let channel = try ShippedAdapters.channel("africastalking-sms")
        let body = "id=1&from=%2B254711000001&text=a"
        let keys = Self.keys(channel, [body, body, "id=2&from=%2B254711000001&text=a"], route: "receive")
        #expect(keys.count == 3)
        #expect(keys[0] == keys[1] && keys[0].window == nil)
        #expect(keys[0] != keys[2])
    }

    @Test func `an account's messages have the same key through two channels`() throws {
        let one = try ShippedAdapters.channel("africastalking-sms")
        let entry = ChannelEntry(id: "other", adapter: one.adapter)
        var other = entry
        other.settings = [Datum.Member("username", .text("sandbox"))]
        let body = "id=1&from=%2B254711000001&text=a"
        #expect(Self.keys(one, [body], route: "receive") == Self.keys(Channel(other), [body], route: "receive"))
        other.settings = [Datum.Member("username", .text("live"))]
        #expect(Self.keys(one, [body], route: "receive") != Self.keys(Channel(other), [body], route: "receive"))
    }

    @Test func `a USSD hop is its session and its whole input`() throws {
        let channel = try ShippedAdapters.channel("africastalking-ussd")
        let start = "phoneNumber=%2B254711000001&sessionId="
        let bodies = ["s1&text=", "s1&text=", "s1&text=1", "s1&text=1*1", "s2&text=1"].map { start + $0 }
        let keys = Self.keys(channel, bodies, route: "session")
        #expect(keys[0] == keys[1])
        #expect(Set(keys).count == 4)
    }

    @Test func `a USSD hop with a number is its session and its number`() throws {
        let channel = try ShippedAdapters.channel("generic-ussd")
        let start = "from=%2B254711000001&session=s&text=1&sequence="
        let keys = Self.keys(channel, [start + "1", start + "1", start + "2"], route: "session")
        #expect(keys[0] == keys[1] && keys[0].window == nil)
        #expect(keys[0] != keys[2])
    }

    @Test func `one id of a USSD session is another session for another number`() throws {
        let channel = try ShippedAdapters.channel("africastalking-ussd")
        let bodies = ["1", "2"].map { "phoneNumber=%2B25471100000\($0)&sessionId=s1&text=" }
        #expect(Set(Self.keys(channel, bodies, route: "session")).count == 2)
        let ends = ["1", "2"].map { "phoneNumber=%2B25471100000\($0)&sessionId=s1&status=Incomplete" }
        #expect(Set(Self.keys(channel, ends, route: "ended")).count == 2)
    }

    @Test(arguments: [0, 4_000, 60_000] as [Int64])
    func `without an id equal texts count once within the channel's window`(window: Int64) throws {
        let channel = try ShippedAdapters.channel("generic") { $0.duplicateWindow = window }
        let body = "from=%2B254711000001&text=a"
        let keys = Self.keys(channel, [body, body, "from=%2B254711000002&text=a"], route: "receive")
        #expect(keys[0] == keys[1] && keys[0].window == window)
        #expect(keys[0].text != keys[2].text)
    }

    @Test func `a USSD answer without a number counts once within the window, a dial with its own session for ever`()
        throws
    {
        let channel = try ShippedAdapters.channel("arkesel-ussd")
        let start = #"{"sessionID": "s1", "msisdn": "233241234567", "newSession": "#
        let dial = start + #"true, "userData": "*928*77#"}"#
        let keys = Self.hopKeys(channel, [dial, start + #"false, "userData": "1"}"#, dial])
        #expect(keys.map(\.window) == [nil, channel.duplicateWindow, nil])
        #expect(keys[0] == keys[2] && keys[0].text != keys[1].text)
    }

    @Test func `where ids of sessions are used again nothing is a repetition for ever`() throws {
        let nalo = try ShippedAdapters.channel("nalo-ussd")
        let start = #"{"USERID": "secret-user_id", "MSISDN": "233241234567", "MSGTYPE": "#
        let dial = start + #"true, "USERDATA": "*920*77#"}"#
        let keys = Self.hopKeys(nalo, [dial, dial, start + #"false, "USERDATA": "1"}"#])
        #expect(keys.map(\.window) == Array(repeating: nalo.duplicateWindow, count: 3))
        let generic = try ShippedAdapters.channel("generic-ussd")
        let numbered = Self.hopKeys(generic, [#"{"from": "+254711000001", "sequence": 1}"#])
        #expect(numbered.map(\.window) == [600_000])
    }

    private static let part = "msisdn=447700900001&to=447700900000&type=text&text=a&messageId="

    private static func vonage() throws -> Channel {
        try ShippedAdapters.channel("vonage") { $0.settings.append(Datum.Member("verify", .flag(false))) }
    }

    @Test(arguments: [
        "2&concat-ref=7&concat-part=1&concat-total=3", "1&concat-ref=8&concat-part=1&concat-total=3",
        "1&concat-ref=7&concat-part=2&concat-total=3", "1&concat-ref=7&concat-part=1&concat-total=2", "1",
    ])
    func `a part is its message's id and its place`(other: String) throws {
        let channel = try Self.vonage()
        let body = Self.part + "1&concat-ref=7&concat-part=1&concat-total=3"
        let keys = Self.keys(channel, [body, body, Self.part + other], route: "receive")
        #expect(keys.count == 3)
        #expect(keys[0] == keys[1])
        #expect(keys[0] != keys[2])
    }

    @Test(arguments: ["%2B33600000002&Content=a", "%2B33600000001&Content=b"])
    func `a part whose id is made of a reference is also its sender and text`(other: String) throws {
        let channel = try ShippedAdapters.channel("mtarget")
        let tail = "&msglong.id=7&msglong.msgref=1&msglong.msgcount=2"
        let bodies = ["%2B33600000001&Content=a", "%2B33600000001&Content=a", other].map { "Msisdn=\($0)\(tail)" }
        let keys = Self.keys(channel, bodies, route: "receive")
        #expect(keys.count == 3)
        #expect(keys[0] == keys[1])
        #expect(keys[0] != keys[2])
    }

    @Test func `the parts of one message share sender, receiver and reference`() throws {
        let channel = try Self.vonage()
        let tail = "&type=text&text=a&messageId=1&concat-total=3&concat-part="
        let bodies = [
            "msisdn=447700900001&to=447700900000&concat-ref=7\(tail)1",
            "msisdn=447700900001&to=447700900000&concat-ref=7\(tail)2",
            "msisdn=447700900002&to=447700900000&concat-ref=7\(tail)1",
            "msisdn=447700900001&to=447700900009&concat-ref=7\(tail)1",
            "msisdn=447700900001&to=447700900000&concat-ref=8\(tail)1",
        ]
        let keys = bodies.flatMap { channel.receive(.form($0), route: "receive", at: .test).events }.map { event in
            guard case .message(let message) = event else { return String?.none }
            return message.part.map { message.key(joining: $0, on: channel) }
        }
        #expect(keys.count == 5 && !keys.contains(nil))
        #expect(keys[0] == keys[1])
        #expect(Set(keys).count == 4)
    }

    @Test func `parts of a key never run into each other`() throws {
        let channel = try ShippedAdapters.channel("africastalking-ussd")
        let start = "phoneNumber=%2B254711000001&"
        let bodies = [
            "sessionId=a&text=b%7Cc", "sessionId=a%7Cb&text=c", "sessionId=a%5C&text=b", "sessionId=a&text=%5Cb",
        ]
        #expect(Set(Self.keys(channel, bodies.map { start + $0 }, route: "session").map(\.text)).count == 4)
    }
}
