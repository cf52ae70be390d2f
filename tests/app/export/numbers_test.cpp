// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of the translation in view, taken away by File ▸ Export numbers….
#include "app/export/numbers.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>

#include "model/file/safetensors.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/bytes.h"
#include "tests/support/qt_test.h"

class ExportNumbersTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    /// Chooses the entry of the menu and types these names into its dialog, one after the other.
    void exportAs(QStringList names) {
        const WhenOpened<QFileDialog> type([&](QFileDialog *dialog) {
            if (names.isEmpty())
                return dialog->reject();
            auto *name = dialog->findChild<QLineEdit *>("fileNameEdit");
            name->setText(names.takeFirst());
            QTest::keyClick(name, Qt::Key_Return);
        });
        opened_.find<QAction>("exportNumbers")->trigger();
    }
    QByteArray read(const QString &name) { return support::bytesOf(opened_.path(name)); }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-numbers-test"); }
    void init() {
        opened_.open();
        opened_.translate("Le chat dort.");
    }
    void cleanup() { opened_.close(); }

    void theSuffixSaysHowTheyAreWritten() {
        exportAs({opened_.path("a.safetensors")});
        QTRY_VERIFY(!read("a.safetensors").isEmpty());
        const QByteArray bytes = read("a.safetensors");
        const auto contents = model::safetensors::Contents::parse(
            std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size()))));
        const auto *weights = contents.find("weights");
        QVERIFY(weights);
        const auto &trace = *opened_.viewpoint()->trace();
        QCOMPARE(weights->shape, (std::vector<std::size_t>{std::size_t(trace.targetLength()),
                                                           std::size_t(trace.sourceLength())}));
        exportAs({opened_.path("a.json")});
        QTRY_VERIFY(read("a.json").startsWith("{\"format\":\"attention-trace 1\""));
        QTRY_VERIFY(opened_.find<QLabel>("notice")->accessibleName().contains("a.json"));
    }

    void aNameWithoutASuffixGetsThatOfTheFormat() {
        exportAs({opened_.path("numbers v1.2")});
        QTRY_VERIFY(read("numbers v1.2.npz").startsWith("PK"));
    }

    void aFileThatCannotBeWrittenIsToldAndAskedForAgain() {
        QStringList told;
        const WhenOpened<QMessageBox> box([&](QMessageBox *message) {
            told.append(message->text());
            message->accept();
        });
        exportAs({"/proc/nowhere.npz", opened_.path("b.npz")});
        QTRY_VERIFY(!read("b.npz").isEmpty());
        QCOMPARE(told.size(), 1);
        QVERIFY2(told.first().contains("nowhere.npz"), qPrintable(told.first()));
    }

    void nothingIsWrittenWithoutATranslation() {
        QVERIFY(opened_.find<QAction>("exportNumbers")->isEnabled());
        opened_.edit()->clear();
        QTRY_VERIFY(!opened_.find<QAction>("exportNumbers")->isEnabled());
    }
};

REGISTER_QT_TEST(ExportNumbersTest)
#include "export/numbers_test.moc"
