import Testing

/// A person is one person, whichever way she comes.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct OnePersonTests {
    @Test func `a conversation that began on USSD goes on by SMS and back`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254733000001")
        var texts = SMSPhone("0733000001")
        _ = try await phone.dial(on: gateway)
        _ = try await phone.answer(["1", "1", "5"], on: gateway)
        #expect(try await phone.hangUp(on: gateway) == 200)
        _ = try await texts.text("6", on: gateway)
        #expect(try await carrier.message(to: phone.number).text == "Sum 11. Next number? 999 ends.")
        #expect(try await phone.dial(on: gateway) == Screen.resume)
        #expect(try await phone.answer("1", on: gateway) == Screen.sum(11))
        #expect(try await phone.answer("7", on: gateway) == Screen.sum(18))
    }

    @Test func `a USSD conversation sends its SMS on the text channel, once`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(carrier: carrier.url)
        let gateway = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254733000002")
        _ = try await phone.dial(on: gateway)
        let last = try await phone.answer(["2", "1", "8", "999"], on: gateway)
        #expect(last == "END Mwisho na 8.")
        #expect(try await phone.show(on: gateway) == last)
        #expect(try await carrier.message(to: phone.number).text == "Jumla yako ni 8.")
        try await eventually("the message as sent") { try await gateway.count("sent", "sms") == 1 }
        #expect(carrier.taken.count == 1)
    }

    @Test func `two people at one time do not meet`() async throws {
        let deployment = try Deployment()
        let gateway = try await RunningGateway.start(deployment)
        var ada = USSDPhone("+254733000003")
        var asha = USSDPhone("+254733000004")
        _ = try await ada.dial(on: gateway)
        _ = try await asha.dial(on: gateway)
        #expect(try await ada.answer("1", on: gateway) == Screen.menu)
        #expect(try await asha.answer("2", on: gateway) == Screen.swahiliMenu)
        #expect(try await ada.answer("2", on: gateway) == "CON What is your name?")
        #expect(try await asha.answer("2", on: gateway) == "CON Jina lako nani?")
        #expect(try await ada.answer("Ada", on: gateway) == "END Hello Ada.")
        #expect(try await asha.answer("Asha", on: gateway) == "END Habari Asha.")
    }
}
