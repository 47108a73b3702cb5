/// An adapter for USSD to begin with: one route that tells what was typed, and screens in its answers.
struct USSDAdapterTemplate {
    let name: AdapterName

    /// The file's text. It loads, its examples come out, and every part says what it is for.
    var text: String {
        #"""
        # \#(name.title): say in one sentence what it is, and what an operator has to register there.
        #
        # In:  https://YOUR-HOST/in/CHANNEL/session for each screen that a person answers.
        # Out: the next screen, in the answer.
        #
        # Everything below is made up. Put a recorded request into an example, and change the file until it comes out.
        adapter: \#(name.text)
        kind: ussd
        summary: USSD by \#(name.title)
        # Where the facts come from, with the day. What nobody has tried yet is marked so.
        source: "not verified: nothing in this file has been tried with the provider"

        # What one screen holds, and how soon the network wants an answer.
        limits: {chars: 160, charset: gsm7, reply_within: 8s}

        routes:
          # Most networks sign nothing: then a channel needs a 'path_token' or 'ip_allow'. Where this one does, add 'auth'
          # as the guide says.
          session:
            parse: form                     # or json, xml, auto
            ussd:
              session: ${.sessionId}        # one id for all requests of a session
              from: ${.phoneNumber | phone}
              code: ${.serviceCode}
              input: ${.text}
              # latest: 'input' is the answer to the last screen. accumulated: everything since the session began, with a
              # separator between the answers. accumulated_with_code: the same, behind the code that was dialled.
              mode: accumulated
              separator: "*"
              # Where a field tells the place in the session:
              #   phase: {value: "${.type}", map: {start: begin, answer: continue, cancel: end}}
              # What 'input' is in the first request: input (what was dialled behind the code), code or none.
              first_input: input

        # A screen that waits for an answer, the last one, and what is shown when we fail. A refusal is a screen too: some
        # networks show a failure of their own for any other status than 200.
        answer:
          continue: {type: text/plain, body: "CON ${reply.text}"}
          end: {type: text/plain, body: "END ${reply.text}"}
          error: {status: 200, type: text/plain, body: "END ${reply.text}"}

        # What 'waymark check' runs: what is written under 'expect' must come out, the rest is not compared.
        examples:
          - name: a session begins
            country: KE
            request: |
              POST /in/\#(name.text)/session HTTP/1.1
              Content-Type: application/x-www-form-urlencoded

              sessionId=s1&phoneNumber=%2B254711000001&serviceCode=%2A384%2A77%23&text=
            say: {text: "1. Wages"}
            expect:
              events: [{kind: ussd, session: s1, from: "+254711000001", to: "*384*77#", text: ""}]
              response: {status: 200, body: "CON 1. Wages"}

          - name: the second answer ends the session
            country: KE
            request: |
              POST /in/\#(name.text)/session HTTP/1.1
              Content-Type: application/x-www-form-urlencoded

              sessionId=s1&phoneNumber=%2B254711000001&serviceCode=%2A384%2A77%23&text=1%2A2
            say: {text: Goodbye, ends: true}
            expect:
              events: [{kind: ussd, session: s1, text: "1*2"}]
              response: {status: 200, body: END Goodbye}

          - name: a failure of ours is a screen
            request: |
              POST /in/\#(name.text)/session HTTP/1.1
              Content-Type: application/x-www-form-urlencoded

              sessionId=s1&phoneNumber=%2B254711000001&text=1
            say: {error: Please try again later.}
            expect: {response: {status: 200, body: END Please try again later.}}

          - name: a request without a number is refused with a screen
            request: |
              POST /in/\#(name.text)/session HTTP/1.1
              Content-Type: application/x-www-form-urlencoded

              sessionId=s1&text=1
            expect: {rejected: {reason: field}, response: {status: 200}}

        """#
    }
}
