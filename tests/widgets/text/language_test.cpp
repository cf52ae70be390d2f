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

REGISTER_QT_TEST(LanguageTest)
#include "text/language_test.moc"
