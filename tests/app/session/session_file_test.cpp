// SPDX-License-Identifier: GPL-3.0-or-later
// Sessions as files: written and read again the same, and refused when they are broken, whatever
// has happened to them.
#include "app/session/session_file.h"

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <array>
#include <atomic>
#include <csignal>

#include "app/session/kept_session.h"
#include "app/session/tensor_hash.h"
#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"

class SessionFileTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;
    QString file_;

    static QString sentence() { return QStringLiteral("le chat « noir » dort"); }
    static app::SavedSession session() {
        const auto trace = support::tinyTrace(sentence().toStdString());
        app::Branch first{"", {"mute “chat”", "hold a unit"}, {}};
        first.interventions.every.muted = {1};
        first.interventions.set(2, {.state = {{3, 0.1F}, {4, -1.0F / 3}}});
        app::Branch second{"à moi \"…\"", {"pin"}, {}};
        second.interventions.set(0, {.attention = model::pin::Weights{trace->step(0).weights}});
        app::SavedSession saved;
        saved.sentence = sentence();
        saved.model = {QStringLiteral("/some/where/tiny.safetensors"), QStringLiteral("abc")};
        saved.history.steps.push_back({"mute “chat”", {{first}, 0}});
        saved.history.steps.push_back({"pin", {{first, second}, 1}});
        saved.history.steps.push_back({"back to the original", {{first, second}, -1}});
        saved.history.at = 2;
        saved.reference = {.kind = app::ReferenceKind::pinned,
                           .model = {"/some/where/else.safetensors", "def"},
                           .sentence = "la souris",
                           .interventions = {}};
        saved.reference.name = "“la souris”, branch";
        saved.reference.interventions.set(1, {.temperature = 0.5F});
        saved.moment = {widgets::Stage::softmax, 1, 0.3};
        saved.selection = {.source = 2, .step = 1, .strip = widgets::Vector::context, .unit = 3};
        saved.layout = QByteArray("\0\1\xff layout", 10);
        saved.views["heatmap"] = {{"words", true}, {"colors", "viridis"}, {"least", 0.1}};
        saved.views["states"] = {{"quantities", QStringList{"a", "b"}}, {"none", QStringList()}};
        return saved;
    }
    void write(const QByteArray &text) {
        QFile file(file_);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    QByteArray written() const { return support::bytesOf(file_); }
    app::SavedSession read() const { return app::SessionReader(file_).read(*support::tinyModel()); }
    /// Why the file is refused; empty if it is not.
    QString refusal() const {
        try {
            read();
            return {};
        } catch (const app::SessionFileError &error) {
            return QString::fromUtf8(error.what());
        }
    }
    /// The text of the session with a part of it replaced.
    static QByteArray with(const QByteArray &part, const QByteArray &other) {
        QByteArray text = QByteArray::fromStdString(app::sessionText(session()));
        const qsizetype at = text.indexOf(part);
        return at < 0 ? QByteArray() : text.replace(at, part.size(), other);
    }

  private slots:
    void init() {
        QVERIFY(folder_.isValid());
        file_ = folder_.filePath("a.attention");
        QFile::remove(file_);
    }

    void isReadAsItWasWritten() {
        app::writeSession(session(), file_);
        const app::SavedSession saved = session();
        app::SavedSession again = read();
        again.reference.interventions = app::SessionReader(file_).readPinned(*support::tinyModel());
        QCOMPARE(again.sentence, saved.sentence);
        QVERIFY(again.reference == saved.reference);
        QVERIFY(again.model == saved.model);
        QVERIFY(again.history == saved.history);
        QVERIFY(again.moment == saved.moment);
        QVERIFY(again.selection == saved.selection);
        QCOMPARE(again.layout, saved.layout);
        QCOMPARE(again.views, saved.views);
        QCOMPARE(QByteArray::fromStdString(app::sessionText(again)), written());
        QVERIFY(app::looksLikeSession(QString::fromUtf8(written())));
        QVERIFY(!app::looksLikeSession(QStringLiteral("Le chat dort.")));
    }

    void theInitialStateNeedsNoStepToBeMarked() {
        app::SavedSession saved = session();
        saved.selection = {.strip = widgets::Vector::initialState, .unit = 3};
        app::writeSession(saved, file_);
        QVERIFY(read().selection == saved.selection);
    }

    void remembersOtherReferencesAndNone() {
        app::SavedSession saved = session();
        for (const app::SavedReference &reference :
             {app::SavedReference{.kind = app::ReferenceKind::model,
             .model = {"/some/where/else.safetensors", "def"}},
              app::SavedReference{.kind = app::ReferenceKind::beam}, app::SavedReference{}}) {
            saved.reference = reference;
            app::writeSession(saved, file_);
            QVERIFY(read().reference == reference);
        }
        QVERIFY2(!written().contains("reference"), "as in files that were written before it");
    }

    void whatWasPinnedIsRefusedByItsModel() {
        write(with("\"temperature\": 0.5", "\"temperature\": -0.5"));
        read();  // the model of the session does not know
        const QByteArray text = written();
        QVERIFY(text.contains("-0.5"));
        QVERIFY_EXCEPTION_THROWN(app::SessionReader(file_).readPinned(*support::tinyModel()),
                                 app::SessionFileError);
    }

    void isRefusedInASentenceThatNamesThePlace_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const QByteArray &text, const QString &why) {
            QTest::newRow(name) << text << why;
        };
        row("nothing", "", "at line 1, byte 1 it is not JSON");
        row("no JSON", "Le chat dort.", "at line 1, byte 1 it is not JSON");
        row("zeros", QByteArray(100, '\0'), "at line 1, byte 1 it is not JSON");
        row("no object", "[]", "got [] at the top, expected an object");
        row("another format", R"({"format": "attention interventions 1"})",
            "got \"attention interventions 1\" at format, expected \"attention session 1\"");
        row("a later version", with("session 1", "session 2"),
            "got \"attention session 2\" at format, expected \"attention session 1\"");
        row("no format", R"({"sentence": ""})", "got no \"format\" at the top, expected one");
        row("an unknown member", with("\"sentence\"", "\"sentences\""),
            "got the member \"sentences\" at the top");
        row("twice", with("\"moment\"", "\"model\""), "an object has two members \"model\"");
        row("nested", QByteArray(100, '[') + QByteArray(100, ']'), "nested more than 24 levels");
        row("no model", with("\"/some/where/tiny.safetensors\"", "\"\""),
            "at model.file, expected the name of a model");
        row("lines", with("le chat", "le\\nchat"), "expected a sentence on one line");
        row("no number", with("\"fraction\": 0.3", "\"fraction\": 1e999"), "too large");
        row("fraction", with("\"fraction\": 0.3", "\"fraction\": 1.5"), "a number from 0 to 1");
        row("stage", with("\"softmax\"", "\"sleep\""),
            "got \"sleep\" at moment.stage, expected one of embed, forward");
        row("index", with("\"index\": 1", "\"index\": -1"), "at moment.index, expected a whole");
        row("history", with("\"at\": 2", "\"at\": 4"), "got 4 at history.at, expected a whole");
        row("branch in view", with("\"in_view\": 1", "\"in_view\": 2"),
            "got 2 at history.steps[2].in_view");
        row("unit", with("\"unit\": 3\n", "\"unit\": 30000\n"), "at selection.unit");
        row("vector", with("\"context\",\n  \"unit\"", "\"spleen\",\n  \"unit\""),
            "got \"spleen\" at selection.vector");
        row("source of a vector", with("\"step\": 1,\n  \"vector\"", "\"vector\""),
            "expected a \"step\" of the vector");
        row("kind of reference", with("\"pinned\"", "\"pined\""),
            "got \"pined\" at reference.kind, expected one of pinned, model, beam");
        row("reference", with("\"reference\": {", "\"reference\": 7, \"moment\": {"),
            "an object has two members \"moment\"");
        row("pinned sentence", with("\"la souris\"", "\" \""),
            "got \" \" at reference.sentence, expected a sentence");
        row("pinned name", with("\"“la souris”, branch\"", "7"), "at reference.name");
        row("pinned model", with("\"/some/where/else.safetensors\"", "7"),
            "at reference.model.file");
        row("member of a reference", with("\"pinned\"", "\"beam\""),
            "got the member \"model\" at reference");
        row("option", with("\"colors\": \"viridis\"", "\"colors\": null"),
            "at window.views.heatmap.colors");
        row("layout", with("\"layout\": \"", "\"layout\": \"*"), "a text in Base64");
        row("interventions", with("attention interventions 1", "attention interventions 7"),
            "The interventions “hold a unit” cannot be used: got");
        row("muted", with("\"muted\": [", "\"muted\": [-2, "), "muted[0]");
        row("no edit", with("\"pin\"\n", "\n"), "at least one edit");
        row("foreign member", with("\"edits\"", "\"edit\""), "got the member \"edit\"");
    }
    void isRefusedInASentenceThatNamesThePlace() {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        QVERIFY(!text.isEmpty() || QByteArray(QTest::currentDataTag()) == "nothing");
        write(text);
        const QString said = refusal();
        QVERIFY2(said.contains(why), qPrintable(said));
        QVERIFY2(said.contains("“a.attention”") && said.endsWith('.'), qPrintable(said));
        QVERIFY2(!said.contains('\n'), qPrintable(said));
    }

    void cutOffAnywhereItIsRefused() {
        const QByteArray whole = QByteArray::fromStdString(app::sessionText(session()));
        QVERIFY(whole.endsWith("}\n"));
        for (qsizetype size = 0; size < whole.size() - 1; size += 7) {
            write(whole.first(size));
            QVERIFY2(refusal().contains("it is not JSON"), qPrintable(QString::number(size)));
        }
    }

    void whateverByteIsAnotherItIsReadOrRefused() {
        const QByteArray whole = QByteArray::fromStdString(app::sessionText(session()));
        constexpr std::array<char, 4> others{'\0', '\xff', '9', '"'};
        int refused = 0;
        for (qsizetype at = 0; at < whole.size(); at += 3) {
            QByteArray damaged = whole;
            damaged[at] = others[static_cast<std::size_t>(at) % others.size()];
            write(damaged);
            refused += !refusal().isEmpty();
        }
        QVERIFY(refused > whole.size() / 12);
    }

    void whatIsNoFileIsRefused() {
        QCOMPARE(refusal(),
                 QString("The session “a.attention” cannot be opened: there is no such file."));
        QVERIFY(QDir().mkdir(file_));
        QVERIFY(refusal().contains("no such file"));
        QVERIFY(QDir().rmdir(file_));
        QCOMPARE(::mkfifo(QFile::encodeName(file_).constData(), 0600), 0);  // nobody ever writes
        QVERIFY(refusal().contains("no such file"));
        QVERIFY(QFile::remove(file_));
        QFile large(file_);
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(qint64{1} << 36));
        QVERIFY(refusal().contains("larger than a session can be"));
        QVERIFY(QFile::remove(file_));
    }

    void anotherModelThatCannotDoItIsRefused() {
        app::writeSession(session(), file_);
        try {
            app::SessionReader(file_).read(*support::tinyModel("tiny_bottleneck"));
            QFAIL("It was read.");
        } catch (const app::SessionFileError &error) {
            QVERIFY2(QString::fromUtf8(error.what()).startsWith("In the session “a.attention”: "),
                     error.what());
        }
    }

    void aHashTellsModelsApart() {
        QStringList hashes;
        for (const char *name : {"tiny", "tiny_bottleneck", "tiny_general", "tiny_dot"})
            hashes.append(app::tensorHash(*support::tinyModel(name)));
        QCOMPARE(QStringList(hashes).removeDuplicates(), 0);
        QCOMPARE(hashes.first().size(), 64);
        const auto again = model::readModel(support::dataFile("tiny.safetensors"));
        QCOMPARE(app::tensorHash(*again), hashes.first());
        std::stop_source stop;
        stop.request_stop();
        QVERIFY_EXCEPTION_THROWN(app::tensorHash(*again, stop.get_token()), model::Cancelled);
    }

    void aFullDiskLeavesWhatWasThere() {
        app::writeSession(session(), file_);
        const QByteArray before = written();
        // A limit on the size of files fails as a full disk does.
        const auto handler = std::signal(SIGXFSZ, SIG_IGN);
        rlimit old{};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &old), 0);
        QString said;
        for (rlim_t limit = 0; limit < static_cast<rlim_t>(before.size()); limit += 100) {
            const rlimit tight{limit, old.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &tight);
            said.clear();
            try {
                app::writeSession(session(), file_);
            } catch (const app::SessionFileError &error) {
                said = QString::fromUtf8(error.what());
            }
            ::setrlimit(RLIMIT_FSIZE, &old);
            QCOMPARE(said, QString("The session “a.attention” cannot be saved: File too large."));
            QCOMPARE(written(), before);
        }
        std::signal(SIGXFSZ, handler);
        QCOMPARE(QDir(folder_.path()).entryList(QDir::Files), QStringList{"a.attention"});
    }

    void killedWhileSavingItLeavesOneOfTheTwo() {
        // Large, so that most of the time is spent in writing.
        app::SavedSession one = session();
        one.layout = QByteArray(1 << 20, 'a');
        app::SavedSession two = one;
        two.sentence = QStringLiteral("oui");
        app::writeSession(one, file_);
        for (int round = 0; round < 30; ++round) {
            std::array<int, 2> pipe{};
            QCOMPARE(::pipe(pipe.data()), 0);
            const pid_t child = ::fork();
            if (child == 0) {
                for (int i = 0;; ++i) {
                    app::writeSession(i % 2 == 0 ? two : one, file_);
                    if (::write(pipe[1], "x", 1) != 1)
                        ::_exit(1);
                }
            }
            QVERIFY(child > 0);
            // After some saves, in the midst of the next one.
            char saved = 0;
            for (int i = 0; i <= round % 3; ++i)
                QCOMPARE(::read(pipe[0], &saved, 1), 1);
            std::atomic<int> spins = 0;
            while (++spins < round * 100000) {
            }
            QCOMPARE(::kill(child, SIGKILL), 0);
            QCOMPARE(::waitpid(child, nullptr, 0), child);
            ::close(pipe[0]);
            ::close(pipe[1]);
            const app::SavedSession left = read();
            QVERIFY(left.sentence == one.sentence || left.sentence == two.sentence);
            QCOMPARE(left.layout, one.layout);
        }
        // And what the killed ones left unfinished is no hindrance.
        app::writeSession(session(), file_);
        QVERIFY(refusal().isEmpty());
        QCOMPARE(QDir(folder_.path()).entryList(QDir::Files), QStringList{"a.attention"});
    }

    void whatARunningProgramKeepsIsNotOfferedUntilItIsKilled() {
        const QString place = folder_.filePath("kept");
        std::array<int, 2> pipe{};
        QCOMPARE(::pipe(pipe.data()), 0);
        const pid_t child = ::fork();
        if (child == 0) {
            const app::KeptSession own(place);
            app::writeSession(session(), own.file());
            if (::write(pipe[1], "x", 1) == 1)
                ::pause();
            ::_exit(1);
        }
        char kept = 0;
        QCOMPARE(::read(pipe[0], &kept, 1), 1);
        ::close(pipe[0]);
        ::close(pipe[1]);
        {
            const app::KeptSession second(place);
            QVERIFY(second.left().isEmpty());
            QVERIFY(second.file().endsWith("unsaved-2.attention"));
        }
        QCOMPARE(::kill(child, SIGKILL), 0);
        QCOMPARE(::waitpid(child, nullptr, 0), child);
        {
            app::KeptSession third(place);
            QVERIFY(third.left().endsWith("unsaved-1.attention"));
            const app::KeptSession fourth(place);
            QVERIFY2(fourth.left().isEmpty(), "one of them offers it");
            third.adopt();
            QVERIFY(third.left().isEmpty());
            QVERIFY(third.file().endsWith("unsaved-1.attention"));
        }
        app::KeptSession fifth(place);
        QVERIFY(!fifth.left().isEmpty());
        fifth.discard();
        QVERIFY(app::KeptSession(place).left().isEmpty());
        QCOMPARE(QDir(place).entryList({"*.attention"}, QDir::Files), QStringList());
    }

    void whereNothingCanBeKeptNothingIs() {
        const app::KeptSession none("/dev/null/nowhere");
        QVERIFY(none.file().isEmpty() && none.left().isEmpty());
    }
};

REGISTER_GUILESS_QT_TEST(SessionFileTest)
#include "session/session_file_test.moc"
