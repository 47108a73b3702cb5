import Expressions
import Providers
import Testing

struct EventKeyTests {
    private static func keys(_ channel: Channel, _ bodies: [String], route: String, milliseconds: [Int64] = [0])
        -> [String]
    {
        zip(bodies, milliseconds + Array(repeating: milliseconds.last ?? 0, count: bodies.count)).flatMap {
            body, offset in
            let now = Timestamp(milliseconds: Timestamp.test.milliseconds + offset)
            return channel.receive(.form(body), route: route, at: now).events.map { $0.key(channel) }
        }
    }

    @Test func `a repeated message has the same key whenever it comes`() throws {
        let channel = try ShippedAdapters.channel("africastalking-sms")
        let body = "id=1&from=%2B254711000001&text=a"
        let keys = Self.keys(
            channel, [body, body, "id=2&from=%2B254711000001&text=a"], route: "receive", milliseconds: [0, 90_000, 0])
        #expect(keys.count == 3)
        #expect(keys[0] == keys[1])
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
        let keys = Self.keys(
            channel, [start + "1", start + "1", start + "2"], route: "session", milliseconds: [0, 60_000, 0])
        #expect(keys[0] == keys[1])
        #expect(keys[0] != keys[2])
    }

    @Test func `without an id equal texts count once within a stretch of time`() throws {
        let channel = try ShippedAdapters.channel("generic")
        let body = "from=%2B254711000001&text=a"
        let keys = Self.keys(channel, [body, body, body], route: "receive", milliseconds: [0, 3_999, 4_000])
        #expect(keys[0] == keys[1])
        #expect(keys[0] != keys[2])
        #expect(Self.keys(channel, ["from=%2B254711000002&text=a"], route: "receive") != [keys[0]])
    }

    @Test func `a window of nothing tells all requests apart`() throws {
        let channel = try ShippedAdapters.channel("generic-ussd") { $0.duplicateWindow = 0 }
        let body = "from=%2B254711000001&session=s&text=1"
        let keys = Self.keys(channel, [body, body], route: "session", milliseconds: [0, 1])
        #expect(keys[0] != keys[1])
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
        let keys = Self.keys(channel, [body, body, Self.part + other], route: "receive", milliseconds: [0, 90_000])
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
        #expect(Set(Self.keys(channel, bodies.map { start + $0 }, route: "session")).count == 4)
    }
}
