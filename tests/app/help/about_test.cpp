// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QMessageBox>
#include <QTest>
#include <QTimer>
#include <string>
#include <utility>

#include "app/help/help.h"
#include "app/session/session.h"
#include "model/layers/processor.h"
#include "model/model.h"
#include "tests/support/qt_test.h"

class AboutTest : public QObject {
    Q_OBJECT

  private slots:
    void saysWhichInstructionsAreUsed();
    void howTheModelWasTrainedIsAmongTheDetails();
    void theIconIsThereInEverySizeWithoutDrawingIt();

  private:
    static constexpr int mostLines = 12;

    /// What the dialog says: all that is in view, and the details.
    static std::pair<QString, QString> texts(const model::Model *model, const QString &title);
};

std::pair<QString, QString> AboutTest::texts(const model::Model *model, const QString &title) {
    std::pair<QString, QString> texts;
    // The dialog has an event loop of its own.
    QTimer::singleShot(0, [&texts] {
        if (auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget())) {
            texts = {box->text(), box->detailedText()};
            QVERIFY(box->height() < mostLines * box->fontMetrics().height() * 2);
            box->reject();
        }
    });
    app::showAbout(nullptr, model, title);
    return texts;
}

void AboutTest::howTheModelWasTrainedIsAmongTheDetails() {
    const auto model = app::modelReader("bottleneck")({});
    const auto [text, details] = texts(model.get(), "bottleneck · fr → en");
    QVERIFY2(text.contains("Model: bottleneck · fr → en."), qPrintable(text));
    QVERIFY2(text.size() < 1000, qPrintable(text));
    QCOMPARE(details, QString::fromStdString(model->metadata("training")));
}

void AboutTest::theIconIsThereInEverySizeWithoutDrawingIt() {
    const QIcon icon = app::programIcon();
    for (const int size : {32, 48, 64, 128, 256}) {
        QVERIFY2(icon.availableSizes().contains(QSize(size, size)),
                 qPrintable(QString::number(size)));
        QCOMPARE(icon.pixmap(size).size(), QSize(size, size));
    }
}

void AboutTest::saysWhichInstructionsAreUsed() {
    const QString text = texts(nullptr, {}).first;
    const std::string level(model::layers::processorLevel().name);
    QVERIFY2(text.contains(QString::fromStdString("instructions of " + level + ".")),
             qPrintable(text));
}

REGISTER_QT_TEST(AboutTest)
#include "help/about_test.moc"
