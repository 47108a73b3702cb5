import Foundation
import HTTPClient

extension USSDDialect {
    /// Every USSD provider that the program comes with, and `generic-ussd` in the three ways to speak it.
    static let all: [USSDDialect] = [
        africasTalking, arkesel, beem, comviva, comvivaXML, generic, genericNumbered, genericPerson, hubtel, infobip,
        korba, nalo, safaricom,
    ]

    private static let africasTalking = USSDDialect(
        name: "africastalking", adapter: "africastalking-ussd",
        call: { dialogue in
            form(
                "session",
                [
                    "sessionId": dialogue.session, "serviceCode": "*384*77#", "phoneNumber": dialogue.number,
                    "networkCode": "63902", "text": dialogue.typed,
                ])
        },
        hangUp: { dialogue in
            form(
                "ended",
                [
                    "date": "2026-05-03", "sessionId": dialogue.session, "serviceCode": "*384*77#",
                    "networkCode": "63902", "phoneNumber": dialogue.number, "status": "Incomplete",
                ])
        }, read: marked)

    private static let safaricom = USSDDialect(
        name: "safaricom", adapter: "safaricom-ussd",
        call: { dialogue in
            let query = Form.encode([
                "ORIG": dialogue.digits, "DEST": "384*77", "SESSION_ID": dialogue.session,
                "USSD_PARAMS": dialogue.typed,
            ])
            return Call(method: "GET", path: "session?\(query)")
        }, read: marked)

    private static let arkesel = USSDDialect(
        name: "arkesel", adapter: "arkesel-ussd",
        call: { dialogue in
            json(
                "session",
                [
                    "sessionID": dialogue.session, "userID": "u1", "newSession": dialogue.begins,
                    "msisdn": dialogue.digits, "userData": dialogue.latest, "network": "MTN",
                ])
        },
        read: { response in
            guard let answer = fields(response), let goesOn = answer["continueSession"] as? Bool else { return nil }
            return shown(answer["message"], ends: !goesOn)
        })

    /// Its first request does not tell what was dialled.
    private static let beem = USSDDialect(
        name: "beem", adapter: "beem-ussd", tellsShortcut: false,
        call: { dialogue in beemCall(dialogue, dialogue.begins ? "initiate" : "continue") },
        hangUp: { dialogue in beemCall(dialogue, "terminate") },
        read: { response in
            guard let answer = fields(response), let command = answer["command"] as? String,
                ["continue", "terminate"].contains(command)
            else { return nil }
            return shown((answer["payload"] as? [String: Any])?["request"], ends: command == "terminate")
        })

    private static func beemCall(_ dialogue: Dialogue, _ command: String) -> Call {
        json(
            "session",
            [
                "command": command, "msisdn": dialogue.digits, "session_id": dialogue.session, "operator": "vodacom",
                "payload": ["request_id": "0", "response": dialogue.begins ? "" : dialogue.latest],
            ])
    }

    private static let korba = USSDDialect(
        name: "korba", adapter: "korba-ussd",
        call: { dialogue in korbaCall(dialogue, dialogue.begins ? "1" : "18") },
        hangUp: { dialogue in korbaCall(dialogue, "30") },
        read: { response in
            guard let answer = fields(response), let operation = answer["ussdServiceOp"] as? Int,
                [2, 17].contains(operation)
            else { return nil }
            return shown(answer["message"], ends: operation == 17)
        })

    private static func korbaCall(_ dialogue: Dialogue, _ operation: String) -> Call {
        json(
            "session",
            [
                "sessionID": dialogue.session, "msisdn": dialogue.number, "ussdString": dialogue.latest,
                "ussdServiceOp": operation, "network": "06", "code": "*384*77#", "country": "GH",
            ])
    }

    private static let nalo = USSDDialect(
        name: "nalo", adapter: "nalo-ussd", settings: "{ user_id: NALOTest }",
        call: { dialogue in
            json(
                "session",
                [
                    "USERID": "NALOTest", "MSISDN": dialogue.digits, "USERDATA": dialogue.latest,
                    "MSGTYPE": dialogue.begins, "NETWORK": "MTN", "SESSIONID": dialogue.session,
                ])
        },
        read: { response in
            guard let answer = fields(response), let goesOn = answer["MSGTYPE"] as? Bool else { return nil }
            return shown(answer["MSG"], ends: !goesOn)
        })

    private static let hubtel = USSDDialect(
        name: "hubtel", adapter: "hubtel-ussd",
        call: { dialogue in hubtelCall(dialogue, dialogue.begins ? "Initiation" : "Response") },
        hangUp: { dialogue in hubtelCall(dialogue, "Timeout") },
        read: { response in
            guard let answer = fields(response), let type = answer["Type"] as? String,
                ["response", "release"].contains(type)
            else { return nil }
            return shown(answer["Message"], ends: type == "release")
        })

    private static func hubtelCall(_ dialogue: Dialogue, _ type: String) -> Call {
        json(
            "session",
            [
                "Type": type, "Message": dialogue.latest, "ServiceCode": "384*77", "Operator": "mtn",
                "Mobile": dialogue.digits, "SessionId": dialogue.session, "Sequence": dialogue.count,
            ])
    }

    private static let infobip = USSDDialect(
        name: "infobip", adapter: "infobip-ussd",
        call: { dialogue in
            json(
                "session/\(dialogue.session)/\(dialogue.begins ? "start" : "response")",
                ["msisdn": dialogue.digits, "text": dialogue.latest, "shortCode": "*384*77#", "ussdGwId": "11"])
        },
        hangUp: { dialogue in
            var call = json("session/\(dialogue.session)/end", ["reason": "UserAbort", "exitCode": 510])
            call.method = "PUT"
            return call
        },
        read: { response in
            guard let answer = fields(response), let ends = answer["shouldClose"] as? Bool else { return nil }
            return shown(answer["ussdMenu"], ends: ends)
        })

    private static let generic = USSDDialect(
        name: "generic", adapter: "generic-ussd",
        call: { dialogue in json("session", genericFields(dialogue)) },
        hangUp: { dialogue in
            json("session", ["session": dialogue.session, "from": dialogue.number, "phase": "end"])
        }, read: genericScreen)

    private static let genericNumbered = USSDDialect(
        name: "generic-numbered", adapter: "generic-ussd",
        call: { dialogue in
            json("session", genericFields(dialogue).merging(["sequence": dialogue.count]) { own, _ in own })
        }, read: genericScreen)

    private static let genericPerson = USSDDialect(
        name: "generic-person", adapter: "generic-ussd",
        call: { dialogue in
            json("session", genericFields(dialogue).filter { $0.key != "session" })
        }, read: genericScreen)

    private static func genericFields(_ dialogue: Dialogue) -> [String: any Sendable] {
        dialogue.begins
            ? ["session": dialogue.session, "from": dialogue.number, "code": dialogue.dialled, "phase": "begin"]
            : ["session": dialogue.session, "from": dialogue.number, "text": dialogue.latest, "phase": "continue"]
    }

    private static let genericScreen: @Sendable (IncomingResponse) -> Shown? = { response in
        guard let answer = fields(response), let ends = answer["ends"] as? Bool else { return nil }
        return shown(answer["text"], ends: ends)
    }
}

extension USSDDialect {
    fileprivate static let comviva = USSDDialect(
        name: "comviva", adapter: "comviva-ussd",
        call: { dialogue in
            let input = dialogue.begins ? String(dialogue.dialled.dropFirst().dropLast()) : dialogue.latest
            let query = Form.encode([
                "MSISDN": dialogue.digits, "MSC": "1", "input": input, "SessionID": dialogue.session,
            ])
            return Call(method: "GET", path: "session?\(query)")
        },
        hangUp: { dialogue in
            let query = Form.encode([
                "clean": "clean-session", "error": "522", "SessionID": dialogue.session, "msisdn": dialogue.digits,
            ])
            return Call(method: "GET", path: "session?\(query)")
        },
        read: { response in
            let mark = response.headers.first { $0.name.lowercased() == "freeflow" }?.value
            guard let mark, ["FC", "FB"].contains(mark) else { return nil }
            return shown(response.text, ends: mark == "FB")
        })

    fileprivate static let comvivaXML = USSDDialect(
        name: "comviva-xml", adapter: "comviva-ussd",
        call: { dialogue in
            let body = """
                <?xml version="1.0"?><request type="pull"><sessionId>\(dialogue.session)</sessionId>\
                <msisdn>\(dialogue.digits)</msisdn><newRequest>\(dialogue.begins ? 1 : 0)</newRequest>\
                <subscriberInput>\(dialogue.latest)</subscriberInput></request>
                """
            return Call(path: "xml", type: "text/xml", body: body)
        },
        read: { response in
            guard response.text.hasPrefix("<?xml"), let state = element("freeflowState", of: response.text),
                ["FC", "FB"].contains(state)
            else { return nil }
            return shown(element("applicationResponse", of: response.text), ends: state == "FB")
        })

    private static func element(_ name: String, of text: String) -> String? {
        guard let start = text.firstRange(of: "<" + name + ">"),
            let end = text[start.upperBound...].firstRange(of: "</" + name + ">")
        else { return nil }
        return String(text[start.upperBound..<end.lowerBound]).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&apos;", with: "'").replacing("&#39;", with: "'")
            .replacing("&amp;", with: "&")
    }

    /// `CON` or `END` before the text, as in much of East Africa.
    private static let marked: @Sendable (IncomingResponse) -> Shown? = { response in
        let text = response.text
        guard text.hasPrefix("CON ") || text.hasPrefix("END ") else { return nil }
        return shown(String(text.dropFirst(4)), ends: text.hasPrefix("END "))
    }

    /// A screen must say something.
    private static func shown(_ text: Any?, ends: Bool) -> Shown? {
        guard let text = text as? String, text.contains(where: { !$0.isWhitespace }) else { return nil }
        return Shown(text: text, ends: ends)
    }

    private static func fields(_ response: IncomingResponse) -> [String: Any]? {
        (try? JSONSerialization.jsonObject(with: Data(response.body))) as? [String: Any]
    }

    private static func json(_ path: String, _ fields: [String: any Sendable]) -> Call {
        let body = (try? JSONSerialization.data(withJSONObject: fields, options: [.sortedKeys])) ?? Data()
        return Call(path: path, type: "application/json", body: String(decoding: body, as: UTF8.self))
    }

    private static func form(_ path: String, _ fields: KeyValuePairs<String, String>) -> Call {
        Call(path: path, type: "application/x-www-form-urlencoded", body: Form.encode(fields))
    }
}
