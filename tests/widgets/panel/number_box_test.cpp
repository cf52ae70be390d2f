// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/number_box.h"

#include <QLocale>
#include <QTest>

#include <memory>
#include "tests/support/qt_test.h"

/// On a system that writes a comma.
class NumberBoxTest : public QObject {
    Q_OBJECT

  private:
    std::unique_ptr<widgets::NumberBox> box_;

    void type(const char *text) {
        box_->selectAll();
        QTest::keyClicks(box_.get(), text);
        QTest::keyClick(box_.get(), Qt::Key_Return);
    }

  private slots:
    void init() {
        QLocale::setDefault(QLocale(QLocale::French, QLocale::France));
        box_ = std::make_unique<widgets::NumberBox>();
        box_->setRange(0.5, 8);
        box_->setSuffix(" ×");
        box_->setValue(2);
        box_->show();
    }
    void cleanup() {
        box_.reset();
        QLocale::setDefault(QLocale::c());
    }

    void eitherDecimalSignIsReadAndOneIsWritten() {
        QCOMPARE(box_->text(), QString("2.00 ×"));
        for (const char *typed : {"2.5", "2,5"}) {
            box_->setValue(1);
            type(typed);
            QCOMPARE(box_->value(), 2.5);
            QCOMPARE(box_->text(), QString("2.50 ×"));
        }
    }

    void whatIsNoNumberIsNotTaken() {
        type("3,.x-5");
        QCOMPARE(box_->value(), 3.5);
        type("90");
        QVERIFY(box_->value() <= 8);
        QCOMPARE(box_->text().right(2), QString(" ×"));
    }

    void theArrowsGoOnFromWhatWasTyped() {
        type("2.5");
        QTest::keyClick(box_.get(), Qt::Key_Up);
        QCOMPARE(box_->text(), QString("3.50 ×"));
    }
};

REGISTER_QT_TEST(NumberBoxTest)
#include "panel/number_box_test.moc"
