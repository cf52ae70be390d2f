// SPDX-License-Identifier: GPL-3.0-or-later
// Models of other uses than translation, in the window.
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStandardItemModel>
#include <QtEndian>

#include "app/settings/settings.h"
#include "app/window/examples.h"
#include "model/scenes/picture.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"
#include "tests/support/traces.h"
#include "widgets/text/use_names.h"
#include "widgets/viewpoint/narration.h"

class UsesTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    /// A copy of a tiny model that says it is for another task, and of English.
    QString modelFor(const QString &task) const {
        QFile file(QString::fromStdString(support::dataFile("tiny.safetensors").string()));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray bytes = file.readAll();
        const auto length = qFromLittleEndian<quint64>(bytes.constData());
        QJsonObject header = QJsonDocument::fromJson(bytes.mid(8, qsizetype(length))).object();
        QJsonObject metadata = header["__metadata__"].toObject();
        metadata["task"] = task;
        metadata["source_language"] = metadata["target_language"] = "en";
        header["__metadata__"] = metadata;
        QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
        json.append(QByteArray((8 - json.size() % 8) % 8, ' '));
        const quint64 size = qToLittleEndian(quint64(json.size()));
        QFile copy(opened_.path(task + ".safetensors"));
        if (!copy.open(QIODevice::WriteOnly))
            return {};
        copy.write(reinterpret_cast<const char *>(&size), sizeof size);
        copy.write(json + bytes.mid(8 + qsizetype(length)));
        return copy.fileName();
    }
    void use(const QString &task) {
        const QString file = modelFor(task);
        opened_.session()->openModel(file);
        QTRY_COMPARE_WITH_TIMEOUT(opened_.session()->modelKey(), file, OpenedWindow::patience);
        QTRY_VERIFY(opened_.session()->sentence().isEmpty() || opened_.session()->upToDate());
    }
    void useTranslation() {
        opened_.session()->selectModel(0);
        QTRY_COMPARE(opened_.session()->currentModel(), 0);
    }
    QComboBox *models() const { return opened_.find<QComboBox>("model"); }
    template <class Widget>
    Widget *shown(const QString &name) const {
        auto *widget = opened_.find<Widget>(name);
        return widget && widget->isVisible() ? widget : nullptr;
    }
    QStringList examples() const {
        QStringList texts;
        for (const QAction *action : opened_.find<QMenu>("examplesMenu")->actions())
            if (!action->isSeparator())
                texts.append(action->data().toString());
        return texts;
    }
    QString reply() const {
        return QString::fromStdString(opened_.viewpoint()->trace()->translation).simplified();
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-uses-test"); }
    void init() {
        QSettings().clear();
        opened_.open();
        opened_.translate("Le chat dort.");
    }
    void cleanup() { opened_.close(); }

    void modelsAreListedUnderWhatTheyAreFor() {
        use("summary");
        const auto isHeading = [&](int row) {
            return !qobject_cast<QStandardItemModel *>(models()->model())->item(row)->isEnabled();
        };
        const auto heading = [&] {
            int row = models()->currentIndex();
            while (row > 0 && !isHeading(row))
                --row;
            return models()->itemText(row);
        };
        QVERIFY(isHeading(0) && !isHeading(1));
        QCOMPARE(models()->currentText(), QString("summary.safetensors · summary · en"));
        QCOMPARE(heading(), QString("Summaries"));
        QVERIFY(models()->toolTip().contains("Sums up a text"));
        const int before = models()->findText("Summaries") - 1;
        while (models()->currentIndex() > before)
            QTest::keyClick(models(), Qt::Key_Up);  // past the heading
        QCOMPARE(models()->currentIndex(), before);
        QCOMPARE(heading(), QString("Translation"));
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->use() == model::Use::translation,
                                 OpenedWindow::patience);
        QTest::keyClick(models(), Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(opened_.session()->use() == model::Use::summary,
                                 OpenedWindow::patience);
    }

    void theFieldSaysWhatTheModelReads() {
        QCOMPARE(opened_.edit()->accessibleName(), QString("Sentence"));
        use("summary");
        QCOMPARE(opened_.edit()->accessibleName(), QString("Text"));
        QVERIFY(opened_.edit()->placeholderText().contains("sum up (en)"));
        QTRY_COMPARE(opened_.find<QWidget>("translation")->accessibleName(), QString("Summary"));
        opened_.edit()->clear();
        QTRY_VERIFY(opened_.find<QLabel>("translationMessage")->text().contains("to sum up"));
        use("dialogue");
        QCOMPARE(opened_.edit()->accessibleName(), QString("Turn"));
        QTRY_COMPARE(opened_.find<QWidget>("translation")->accessibleName(), QString("Reply"));
    }

    void examplesAreThoseOfTheUse() {
        QVERIFY(examples().contains("Je ne sais pas où il habite."));
        for (const auto use : {model::Use::summary, model::Use::dialogue}) {
            this->use(QString::fromStdString(std::string(model::toString(use))));
            QStringList expected;
            for (const app::ExampleGroup &group : app::examplesOf(use, "en"))
                expected += group.sentences;
            QVERIFY(expected.size() > 4);
            QCOMPARE(examples(), expected);
            QCOMPARE(opened_.edit()->text(), expected.first());
        }
        use("numbers");
        QVERIFY2(!opened_.find<QPushButton>("examples")->isVisible(), "there are none");
    }

    void scenesAreExamplesThatCanBeSeen() {
        const auto groups = app::examplesOf(model::Use::caption, "picture");
        QVERIFY(groups.size() > 2);
        for (const app::ExampleGroup &group : groups)
            for (const QString &scene : group.sentences)
                QVERIFY(model::scenes::pictureFromText(scene.toStdString()).scene);
    }

    void eachUseKeepsItsOwnSource() {
        use("dialogue");
        opened_.translate("How do you do?");
        useTranslation();
        QCOMPARE(opened_.edit()->text(), QString("Le chat dort."));
        use("dialogue");
        QCOMPARE(opened_.edit()->text(), QString("How do you do?"));
        use("numbers");  // which may be given whatever a translator is
        QCOMPARE(opened_.edit()->text(), QString("Le chat dort."));
    }

    void aPastedTextIsReadAsOneByWhatSumsUp() {
        const QString lines = "A cat sleeps.\nA dog barks.\nIt rains.";
        const auto paste = [&] {
            QApplication::clipboard()->setText(lines);
            opened_.edit()->setFocus();
            opened_.edit()->selectAll();
            QTest::keyClick(opened_.edit(), Qt::Key_V, Qt::ControlModifier);
        };
        paste();
        QVERIFY(shown<QPushButton>("translateAsSentences"));
        use("summary");
        paste();
        QCOMPARE(opened_.session()->sentence(), QString(lines).replace('\n', ' '));
        QVERIFY(!shown<QPushButton>("translateAsSentences"));
    }

    void theReplyStaysInFrontOfTheNextTurn() {
        QVERIFY(!shown<QWidget>("dialogueBar"));
        use("dialogue");
        QVERIFY(shown<QWidget>("dialogueBar"));
        opened_.translate("How do you do?");
        const QString first = reply();
        auto *next = shown<QPushButton>("nextTurn");
        QTRY_VERIFY(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        QCOMPARE(opened_.edit()->text(), first + " | ");
        QVERIFY(opened_.find<QLabel>("turnsBefore")->text().contains("How do you do?"));
        QVERIFY(opened_.find<QLabel>("turnsBefore")->text().contains(first));
        QTest::keyClicks(opened_.edit(), "And you?");
        QCOMPARE(opened_.session()->sentence(), first + " | And you?");
        auto *keep = shown<QCheckBox>("keepTurns");
        QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
        QCOMPARE(opened_.session()->sentence(), QString("And you?"));
        QTRY_VERIFY(next->isEnabled());
        QTest::mouseClick(next, Qt::LeftButton);
        QVERIFY2(opened_.edit()->text().isEmpty(), "it is not to be kept any more");
        QTest::mouseClick(keep, Qt::LeftButton, {}, QPoint(8, keep->height() / 2));
        QVERIFY2(opened_.edit()->text().endsWith(" | "), "the last reply is there again");
        useTranslation();
        QVERIFY(!shown<QWidget>("dialogueBar"));
    }

    void theNarrationIsInTheWordsOfTheUse() {
        const auto whole = [&] {
            const auto &trace = *opened_.viewpoint()->trace();
            return widgets::narrate(trace, widgets::lastMoment(widgets::extentOf(trace))).sentence;
        };
        QVERIFY(whole().startsWith("The translation is complete"));
        for (const auto &[task, start] :
             {std::pair("summary", "summary"), std::pair("dialogue", "reply")}) {
            use(task);
            opened_.translate("cat");
            const QString said = whole();
            QVERIFY2(said.startsWith(QStringLiteral("The %1 is complete").arg(start)) ||
                         said.startsWith("Decoding was stopped"),
                     qPrintable(said));
        }
    }

    void modelsAreComparedWithThoseOfTheirUse() {
        const auto compared = [&] { return opened_.find<QMenu>("compareModels")->actions(); };
        const auto translators = compared().size();
        QVERIFY(translators >= 2);
        use("summary");
        const auto &all = opened_.session()->models();
        const auto summaries = std::count_if(all.begin(), all.end(), [](const auto &one) {
            return model::useOfTask(one.task.toStdString()) == model::Use::summary;
        });
        QCOMPARE(compared().size(), summaries);
        useTranslation();
        QTRY_COMPARE(compared().size(), translators);
    }

    void filesThatWereOpenedAreOfferedByUse() {
        use("summary");
        use("dialogue");
        auto *menu = opened_.find<QMenu>("recentModels");
        emit menu->aboutToShow();
        QStringList texts;
        for (const QAction *action : menu->actions())
            texts.append(action->text().section(" in ", 0, 0));
        QCOMPARE(texts, (QStringList{"Summaries", "summary.safetensors", "Dialogue",
                                     "dialogue.safetensors"}));
    }

    void aModelThatIsNamedAtTheStartIsTheFirst() {
        const QString file = modelFor("dialogue");
        opened_.close();
        app::Session session;
        app::MainWindow window(&session);
        window.header()->beginWithExample();
        session.openBuiltInModels(file);
        QTRY_COMPARE_WITH_TIMEOUT(session.modelKey(), file, OpenedWindow::patience);
        QCOMPARE(session.sentence(), app::firstExample(model::Use::dialogue, "en"));
        QVERIFY2(!session.models().front().model, "the others are read when they are wanted");
    }

    void whereItCannotBeReadABuiltInOneIsUsed() {
        opened_.close();
        app::Session session;
        session.setSentence("Bonjour.");
        session.openBuiltInModels(opened_.path("none.safetensors"));
        QTRY_COMPARE_WITH_TIMEOUT(session.currentModel(), 0, OpenedWindow::patience);
        QTRY_VERIFY_WITH_TIMEOUT(session.upToDate(), OpenedWindow::patience);
    }
};

REGISTER_QT_TEST(UsesTest)
#include "window/uses_test.moc"
