import HTTPClient
import Testing

/// Dialogues on USSD, in the words of two providers.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct USSDTests {
    @Test func `a dialogue begins, goes on and ends`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254711000001")
        #expect(try await phone.dial(on: gateway) == Screen.language)
        #expect(try await phone.answer("1", on: gateway) == Screen.menu)
        #expect(try await phone.answer("1", on: gateway) == Screen.sum(0))
        #expect(try await phone.answer("40", on: gateway) == Screen.sum(40))
        #expect(try await phone.answer("2", on: gateway) == Screen.sum(42))
        #expect(try await phone.answer("999", on: gateway) == "END Done with 42.")
    }

    @Test func `an answer may contain the separator`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254711000002")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer(["1", "2"], on: gateway) == "CON What is your name?")
        #expect(try await phone.answer("*Ada*Lovelace*", on: gateway) == "END Hello *Ada*Lovelace*.")
    }

    @Test func `an answer that is not understood gets the retry and changes nothing`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254711000003")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "1", "5"], on: gateway)
        #expect(try await phone.answer("many", on: gateway) == "CON Sum 5. One number, please.")
        #expect(try await phone.answer("6", on: gateway) == Screen.sum(11))
    }

    @Test func `a repeated webhook gets the same bytes and advances nothing`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254711000004")
        _ = try await phone.dial(on: gateway)
        let screen = try await phone.answer(["1", "1", "7"], on: gateway)
        let turns = try await gateway.count("turns")
        for _ in 0..<3 { #expect(try await phone.show(on: gateway) == screen) }
        #expect(try await gateway.count("turns") == turns)
        #expect(try await gateway.count("repeats", "channel=\"ussd\"") == 3)
        #expect(try await phone.answer("1", on: gateway) == Screen.sum(8))
    }

    @Test func `after a hang-up the next dial asks whether to continue`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254711000005")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "1", "30"], on: gateway)
        #expect(try await phone.hangUp(on: gateway) == 200)
        #expect(try await phone.dial(on: gateway) == Screen.resume)
        #expect(try await phone.answer("1", on: gateway) == Screen.sum(30))
        #expect(try await phone.dial(on: gateway) == Screen.resume)
        #expect(try await phone.answer("2", on: gateway) == Screen.menu)
    }

    @Test func `digits dialled behind the code walk the menus`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254711000006")
        #expect(try await phone.dial("1*1", on: gateway) == Screen.language)
        _ = try await phone.answer("1", on: gateway)
        #expect(try await phone.dial("1*5*6", on: gateway) == Screen.sum(11))
        #expect(try await phone.answer("7", on: gateway) == Screen.sum(18))
    }

    @Test func `a referral opens one case however often its webhook comes`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        for (number, expected) in [("+254711000007", 1), ("+254711000008", 2)] {
            var phone = USSDPhone(number)
            _ = try await phone.dial(on: gateway)
            let screen = try await phone.answer(["1", "3"], on: gateway)
            #expect(screen == "END Case \(expected).\nWe will call you.")
            #expect(try await phone.show(on: gateway) == screen)
        }
    }

    @Test func `the language that was chosen stays with the person`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254711000009")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("2", on: gateway) == Screen.swahiliMenu)
        #expect(try await phone.answer("jina langu", on: gateway) == "CON Jina lako nani?")
        #expect(try await phone.answer("Asha", on: gateway) == "END Habari Asha.")
        #expect(try await phone.dial(on: gateway) == Screen.swahiliMenu)
        #expect(try await phone.answer("2", on: gateway) == "END Habari Asha.")
    }

    @Test func `JSON with numbered requests makes the same dialogue`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        let from = #""session":"s1","from":"+254711000010","code":"*384*77#""#
        func hop(_ sequence: Int, _ more: String) async throws -> String {
            let body = "{\(from),\"sequence\":\(sequence),\(more)}"
            return try await gateway.ask(
                "/in/json/session", method: "POST", type: "application/json", body: Array(body.utf8)
            ).text
        }
        let first = #"{"text":"Language? Lugha?\n1 English\n2 Kiswahili","ends":false}"#
        #expect(try await hop(1, #""phase":"begin""#) == first)
        _ = try await hop(2, #""phase":"continue","text":"1""#)
        _ = try await hop(3, #""phase":"continue","text":"1""#)
        let sum = #"{"text":"Sum 5. Next number? 999 ends.","ends":false}"#
        #expect(try await hop(4, #""phase":"continue","text":"5""#) == sum)
        #expect(try await hop(4, #""phase":"continue","text":"5""#) == sum)
        let ten = #"{"text":"Sum 10. Next number? 999 ends.","ends":false}"#
        #expect(try await hop(5, #""phase":"continue","text":"5""#) == ten)
        #expect(try await hop(6, #""phase":"continue","text":"999""#) == #"{"text":"Done with 10.","ends":true}"#)
    }
}
