/// A service to begin with: a main menu, help, a way to a person, and a talk that tests them.
struct PackTemplate {
    let name: ContentName

    /// The files by their paths in the pack's folder. They keep the rules of `waymark check`, and the talk passes.
    var files: [(path: String, content: String)] {
        [
            ("pack.yaml", pack), ("main.yaml", main), ("help.yaml", help), ("lost.yaml", lost),
            ("talks/first.talk", talk),
        ]
    }

    private var pack: String {
        """
        pack: \(name.text)
        title: \(name.title)
        about: Whom the service helps, and how.
        # The language these files are written in, and all languages, each named in itself.
        language: en
        languages:
          en: English
        # What people dial.
        code: "*384*77#"
        timezone: "+00:00"
        start: main
        otherwise: lost

        # Words that start a flow by SMS, and where HELP and PERSON lead.
        keywords:
          main: [HI, HELLO]
        commands:
          help: help
          person: help#person

        # HELP, STOP and START are known. Add what carriers of your country name, and words in each other language.
        words:
          stop:
            - words: [STOPALL, UNSUBSCRIBE, OPTOUT]
              language: en
              source: AWS End User Messaging, required opt-out keywords; Twilio, default opt-out keywords

        screen: { ussd: 160, sms_segments: 2 }
        session: { idle: { ussd: 10m, sms: 24h }, resume: ask }
        quiet_hours: 21:00-08:00

        """
    }

    private var main: String {
        """
        title: Main menu

        steps:
          start:
            menu: Free help. What do you need?
            options:
              - Hours -> hours
              - Talk to a person -> help#person

          hours:
            menu: We are open from Monday to Friday, 9:00 to 17:00.
            options:
              - Talk to a person -> help#person
              - Main menu -> home

        """
    }

    private var help: String {
        """
        title: Help
        about: What HELP answers, and the way to a person.

        steps:
          start:
            menu: "\(name.title): free help. 0 back, 00 main menu. STOP ends all texts."
            options:
              - Talk to a person -> person
              - Main menu -> home

          person:
            refer: help
            say: Saved. Your ticket is ${case.number}.
            go: done

          done:
            end: A person will call you in 2 work days. Write HELP any time.

        """
    }

    private var lost: String {
        """
        title: Not understood
        about: Where a question leads after its last retry.

        steps:
          start:
            menu: Still not clear.
            options:
              - Try again -> back
              - Talk to a person -> help#person
              - Main menu -> home

        """
    }

    private var talk: String {
        """
        # A talk is a conversation as it must go: > is what she types, < the screen she gets, ... any screen.
        talk: the hours, then a person
        on ussd from +254711000001 at 2026-05-04 09:00
        dial *384*77#
        < Free help. What do you need? / 1. Hours / 2. Talk to a person
        > 1
        < We are open from Monday to Friday, 9:00 to 17:00. / 1. Talk to a person / 2. Main menu
        > 2
        ...
        > 2
        < Saved. Your ticket is ...
        expect case help

        talk: help, and words that nobody understands
        on sms from +254711000002 at 2026-05-04 09:00
        > hello
        ...
        > help
        < \(name.title): free help. 0 back, 00 main menu. STOP ends all texts. / 1. Talk to a person / 2. Main menu
        > 2
        ...
        > blue
        ...
        > blue
        ...
        > blue
        ...
        > 1
        ...

        """
    }
}
