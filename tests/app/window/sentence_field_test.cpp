// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/sentence_field.h"

#include <QLineEdit>
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
        field_->lineEdit()->selectAll();
        QTest::keyClicks(field_->lineEdit(), sentence);
    }
    void press(Qt::Key key) { QTest::keyClick(field_->lineEdit(), key); }

  private slots:
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
        QCOMPARE(field_->lineEdit()->cursorPosition(), 0);
        QCOMPARE(field_->lineEdit()->selectedText(), sentence);
        field_->remember();
        QCOMPARE(field_->lineEdit()->cursorPosition(), 0);
        QCOMPARE(field_->lineEdit()->selectedText(), sentence);
        QTest::keyClicks(field_->lineEdit(), "Oui");
        QCOMPARE(field_->sentence(), QString("Oui"));
    }

    void goingThroughTheHistoryKeepsWhatWasTyped() {
        field_->setCompleter(nullptr);  // its list has ↑ and ↓ of its own
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
        field_->setCompleter(nullptr);
        field_->clearEditText();
        field_->setCurrentIndex(-1);
        press(Qt::Key_Down);
        QCOMPARE(field_->sentence(), QString("Le chat dort."));
    }
};

REGISTER_QT_TEST(SentenceFieldTest)
#include "window/sentence_field_test.moc"
