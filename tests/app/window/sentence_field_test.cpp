// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sentence_field.h"

#include <QApplication>
#include <QClipboard>
#include <QImage>
#include <QMimeData>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "tests/support/qt_test.h"

class SentenceFieldTest : public QObject {
    Q_OBJECT

  private:
    QTemporaryDir folder_;
    std::unique_ptr<app::SentenceField> field_;

    void type(const QString &sentence) {
        field_->selectAll();
        QTest::keyClicks(field_.get(), sentence);
    }
    void press(const QKeySequence &keys) {
        QTest::keyClick(field_.get(), keys[0].key(), keys[0].keyboardModifiers());
    }
    static void copy(QMimeData *data) { QApplication::clipboard()->setMimeData(data); }
    static void copy(const QString &text) { QApplication::clipboard()->setText(text); }
    void press(Qt::Key key) { QTest::keyClick(field_.get(), key); }

  private slots:
    void itSaysWhatTheModelReads() {
        app::SentenceField field;
        QCOMPARE(field.placeholderText(), QString("Type a French sentence"));
        field.setReads({.language = "de"});
        QCOMPARE(field.placeholderText(), QString("Type a sentence (de)"));
        field.setReads({});
        QCOMPARE(field.placeholderText(), QString("Type a sentence"));
        field.setReads({.use = model::Use::exercise, .language = "fr", .task = "numbers"});
        QCOMPARE(field.placeholderText(), QString("Type what the task “numbers” reads"));
        field.setReads({.language = "fr"});
        QCOMPARE(field.placeholderText(), QString("Type a French sentence"));
    }
    void initTestCase() {
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder_.path());
    }
    void init() {
        QSettings().clear();
        field_ = std::make_unique<app::SentenceField>();
        field_->show();
        QVERIFY(QTest::qWaitForWindowActive(field_.get()));
        for (const char *sentence : {"Il pleut.", "Le chat dort."}) {
            type(QString::fromUtf8(sentence));
            press(Qt::Key_Return);
        }
        QCOMPARE(field_->history(), (QStringList{"Le chat dort.", "Il pleut."}));
    }

    void whatDiffersFromTheHistoryInCaseStaysAsItIsTyped() {
        type("le chat dort.");
        press(Qt::Key_Return);
        QCOMPARE(field_->sentence(), QString("le chat dort."));
        QCOMPARE(field_->history().first(), QString("le chat dort."));
        QCOMPARE(field_->history().size(), 3);
    }

    void whatAnotherWindowRememberedIsKept() {
        const QString key("sentence/history");
        QSettings().setValue(key, QStringList{"Ailleurs."} + QSettings().value(key).toStringList());
        type("Ici.");
        press(Qt::Key_Return);
        const QStringList all{"Ici.", "Ailleurs.", "Le chat dort.", "Il pleut."};
        QCOMPARE(QSettings().value(key).toStringList(), all);
        QCOMPARE(field_->history(), all);
    }

    void aLongSentenceShowsItsBeginningAndIsTypedOver() {
        const QString sentence = QString("Le chat dort. ").repeated(20).trimmed();
        field_->setSentence(sentence);
        QCOMPARE(field_->cursorPosition(), 0);
        QCOMPARE(field_->selectedText(), sentence);
        field_->remember();
        QCOMPARE(field_->cursorPosition(), 0);
        QCOMPARE(field_->selectedText(), sentence);
        QTest::keyClicks(field_.get(), "Oui");
        QCOMPARE(field_->sentence(), QString("Oui"));
    }

    void goingThroughTheHistoryKeepsWhatWasTyped() {
        type("Elle chante");
        QSignalSpy changes(field_.get(), &app::SentenceField::sentenceChanged);
        press(Qt::Key_Down);
        QCOMPARE(field_->sentence(), QString("Le chat dort."));
        QCOMPARE(changes.last().first().toString(), QString("Le chat dort."));
        press(Qt::Key_Down);
        QCOMPARE(field_->sentence(), QString("Il pleut."));
        press(Qt::Key_Up);
        press(Qt::Key_Up);
        QCOMPARE(field_->sentence(), QString("Elle chante"));
    }

    void goingThroughTheHistoryFromAnEmptyFieldBeginsWithTheLatest() {
        field_->clear();
        press(Qt::Key_Down);
        QCOMPARE(field_->sentence(), QString("Le chat dort."));
    }

    void nothingComesUpWhileOneTypes() {
        field_->clear();
        for (const QChar letter : QString("Le chat dort.")) {
            QTest::keyClicks(field_.get(), letter);
            QVERIFY(!QApplication::activePopupWidget());
            for (const QWidget *window : QApplication::topLevelWidgets())
                QVERIFY(window == field_.get() || !window->isVisible());
        }
    }

    void whatReplacesTheSentenceCanBeUndone_data() {
        QTest::addColumn<QString>("how");
        for (const char *how : {"example", "history", "paste", "lines"})
            QTest::addRow("%s", how) << how;
    }
    void whatReplacesTheSentenceCanBeUndone() {
        QFETCH(QString, how);
        type("Elle chante");
        if (how == "example") {
            field_->setSentence("Où est-il ?");
        } else if (how == "history") {
            press(Qt::Key_Down);
        } else {
            copy(how == "paste" ? "Il vient." : "Il\nvient.\r\n");
            field_->selectAll();
            press(QKeySequence::Paste);
        }
        const QString replaced = field_->sentence();
        QVERIFY(replaced != "Elle chante" && !replaced.isEmpty());
        press(QKeySequence::Undo);
        QCOMPARE(field_->sentence(), QString("Elle chante"));
        press(QKeySequence::Redo);
        QCOMPARE(field_->sentence(), replaced);
    }

    void undoOutlivesTheFocus() {
        type("Elle chante");
        QLineEdit other;
        other.show();
        other.activateWindow();
        other.setFocus();
        QTRY_VERIFY(!field_->hasFocus());
        QCOMPARE(field_->history().first(), QString("Elle chante"));
        field_->activateWindow();
        QTRY_VERIFY(field_->hasFocus());
        press(QKeySequence::Undo);
        QCOMPARE(field_->sentence(), QString("Le chat dort."));
        press(QKeySequence::Redo);
        QCOMPARE(field_->sentence(), QString("Elle chante"));
    }

    void aPasteIsUndoneWithoutWhatWasTyped() {
        type("Le chat");
        copy(" noir");
        press(QKeySequence::Paste);
        QTest::keyClicks(field_.get(), " dort");
        QCOMPARE(field_->sentence(), QString("Le chat noir dort"));
        press(QKeySequence::Undo);
        QCOMPARE(field_->sentence(), QString("Le chat noir"));
        press(QKeySequence::Undo);
        QCOMPARE(field_->sentence(), QString("Le chat"));
    }

    void whatHoldsNoTextIsNotPasted() {
        type("Le chat");
        field_->selectAll();
        auto *picture = new QMimeData;
        picture->setImageData(QImage(4, 4, QImage::Format_RGB32));
        copy(picture);
        press(QKeySequence::Paste);
        QCOMPARE(field_->sentence(), QString("Le chat"));
        auto *page = new QMimeData;
        page->setHtml("<p><img src=\"a.png\"></p>");
        copy(page);
        press(QKeySequence::Paste);
        QCOMPARE(field_->sentence(), QString("Le chat"));
        QApplication::clipboard()->clear();
        press(QKeySequence::Paste);
        QCOMPARE(field_->sentence(), QString("Le chat"));
    }

    void htmlAloneIsPastedAsItsText() {
        field_->selectAll();
        auto *page = new QMimeData;
        page->setHtml("<h1>Le <b>chat</b></h1><p>dort&nbsp;!</p>");
        copy(page);
        press(QKeySequence::Paste);
        QCOMPARE(field_->sentence().simplified(), QString("Le chat dort !"));
    }
};

REGISTER_QT_TEST(SentenceFieldTest)
#include "window/sentence_field_test.moc"
