// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/text/language.h"

#include <QLabel>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

#include "tests/support/qt_test.h"

using namespace widgets;

namespace {

/// Puts everything into brackets.
class Brackets : public QTranslator {
  public:
    QString translate(const char *, const char *text, const char *, int) const override {
        return u'[' + QString::fromUtf8(text) + u']';
    }
    bool isEmpty() const override { return false; }
};

}  // namespace

class LanguageTest : public QObject {
    Q_OBJECT

  private slots:
    void textsFollowTheLanguage();
    void nothingIsWrittenOfWhatIsGone();
    void whatPaintsTextsIsPaintedAnew();
    void factsAndWordsAreWrittenByTheLanguage();
};

void LanguageTest::textsFollowTheLanguage() {
    QWidget window;
    auto *label = new QLabel(&window);
    inEveryLanguage(*label, [label] { label->setText(tr("chat")); });
    QCOMPARE(label->text(), QStringLiteral("chat"));
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_COMPARE(label->text(), QStringLiteral("[chat]"));
    QCoreApplication::removeTranslator(&brackets);
    QTRY_COMPARE(label->text(), QStringLiteral("chat"));
}

void LanguageTest::nothingIsWrittenOfWhatIsGone() {
    QWidget window;
    int written = 0;
    auto *label = new QLabel(&window);
    inEveryLanguage(*label, [&written] { ++written; });
    delete label;
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(written, 1);
    QCoreApplication::removeTranslator(&brackets);
}

void LanguageTest::whatPaintsTextsIsPaintedAnew() {
    class Picture : public QWidget {
      public:
        int painted = 0;

      protected:
        void paintEvent(QPaintEvent *) override { ++painted; }
    };
    Picture picture;
    inEveryLanguage(picture, [] {});
    picture.show();
    QVERIFY(QTest::qWaitForWindowExposed(&picture));
    QTRY_VERIFY(picture.painted > 0);
    const int before = picture.painted;
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QTRY_VERIFY(picture.painted > before);
    QCoreApplication::removeTranslator(&brackets);
}

void LanguageTest::factsAndWordsAreWrittenByTheLanguage() {
    const QStringList facts{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
    QCOMPARE(joined(facts), QStringLiteral("a, b, c"));
    QCOMPARE(told(quoted("chat"), QStringLiteral("0")), QStringLiteral("“chat”: 0"));
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    QCOMPARE(joined(facts), QStringLiteral("[[a, b], c]"));
    QCOMPARE(told(quoted("chat"), QStringLiteral("0")), QStringLiteral("[[“chat”]: 0]"));
    QCoreApplication::removeTranslator(&brackets);
}

REGISTER_QT_TEST(LanguageTest)
#include "text/language_test.moc"
