import Testing

/// SMS that come while the same person is in a USSD dialogue.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct HoldingTests {
    @Test func `an SMS in a dialogue is answered when the dialogue is over, once, and moves no screen`() async throws {
        let carrier = try Carrier()
        let gateway = try await RunningGateway.start(try Deployment(carrier: carrier.url))
        var phone = USSDPhone("+254766000001")
        var texts = SMSPhone("0766000001")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer(["1", "1", "5"], on: gateway) == Screen.sum(5))
        #expect(try await texts.text("TALLY", on: gateway) == 200)
        #expect(try await texts.repeatLast("TALLY", on: gateway) == 200)
        #expect(try await phone.answer("6", on: gateway) == Screen.sum(11))
        #expect(carrier.taken.isEmpty)
        #expect(try await gateway.count("held", "sms") == 1)
        #expect(try await gateway.count("repeats", "sms") == 1)
        #expect(try await phone.answer("999", on: gateway) == "END Done with 11.")
        let answers = try await [0, 1].asyncMap { try await carrier.message(to: phone.number, after: $0).text }
        #expect(answers.sorted() == ["Sum 0. Next number? 999 ends.", "Your sum is 11."])
        #expect(try await texts.repeatLast("TALLY", on: gateway) == 200)
        #expect(try await gateway.count("turns", "sms") == 1)
        #expect(carrier.taken.count == 2)
    }

    @Test func `killed while SMS are held, it answers them in their order after the next start`() async throws {
        let carrier = try Carrier()
        let deployment = try Deployment(settings: "limits: { dialogue: 10 }\n", carrier: carrier.url)
        let first = try await RunningGateway.start(deployment)
        var phone = USSDPhone("+254766000002")
        var texts = SMSPhone("0766000002")
        _ = try await phone.dial(on: first)
        _ = try await phone.answer(["1", "1", "5"], on: first)
        #expect(try await texts.text("JUMLA", on: first) == 200)
        #expect(try await texts.text("STOPPING", on: first) == 200)
        try await first.kill()
        #expect(carrier.taken.isEmpty)
        let second = try await RunningGateway.start(deployment)
        #expect(try await texts.repeatLast("STOPPING", on: second) == 200)
        #expect(try await carrier.message(to: phone.number).text == "Sum 0. Next number? 999 ends.")
        #expect(
            try await carrier.message(to: phone.number, after: 1).text == "Welcome back. 1 Continue 2 Start again")
        #expect(try await second.count("repeats", "sms") == 1)
        #expect(try await second.count("turns", "sms") == 2)
    }

    @Test func `one more than may be held is told to wait, and STOP ends it all at once`() async throws {
        let carrier = try Carrier()
        let gateway = try await RunningGateway.start(
            try Deployment(settings: "limits: { held: 1 }\n", carrier: carrier.url))
        var phone = USSDPhone("+254766000003")
        var texts = SMSPhone("0766000003")
        _ = try await phone.dial(on: gateway)
        #expect(try await phone.answer("1", on: gateway) == Screen.menu)
        _ = try await texts.text("TALLY", on: gateway)
        _ = try await texts.text("TALLY", on: gateway)
        #expect(try await carrier.message(to: phone.number).text.hasPrefix("Your menu is still open."))
        _ = try await texts.text("STOP", on: gateway)
        #expect(try await carrier.message(to: phone.number, after: 1).text.hasPrefix("You will get no more messages"))
        #expect(try await phone.hangUp(on: gateway) == 200)
        _ = try await texts.text("START", on: gateway)
        #expect(try await carrier.message(to: phone.number, after: 2).text.hasPrefix("Messages are on again"))
        #expect(carrier.taken.count == 3)
        #expect(try await gateway.count("held", "sms") == 1)
    }
}

extension Array {
    /// Each after the one before.
    fileprivate func asyncMap<Value>(_ make: (Element) async throws -> Value) async throws -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await make(element)) }
        return values
    }
}
