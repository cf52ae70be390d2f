// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QStandardItemModel>

#include "resources/built_in_models.h"
#include "tests/app/window/opened_window.h"
#include "tests/app/window/when_opened.h"
#include "tests/support/qt_test.h"

namespace {

const int builtIn = int(resources::builtInModels().size());

}  // namespace

/// Models are opened, chosen and read when they are needed.
class ModelsTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    app::Session *session() { return opened_.session(); }
    QString shown() {
        const auto &trace = opened_.viewpoint()->trace();
        return trace ? QString::fromStdString(trace->source.text()) : QString();
    }
    std::shared_ptr<const model::Model> shownModel() {
        const auto &trace = opened_.viewpoint()->trace();
        return trace ? trace->model : nullptr;
    }
    static QStandardItem *row(const QComboBox *models, int row) {
        return qobject_cast<QStandardItemModel *>(models->model())->item(row);
    }
    /// A row that names a use, and no model.
    bool isHeading(int i) const { return !row(opened_.find<QComboBox>("model"), i)->isEnabled(); }
    int listed() const {
        int sum = 0;
        for (int i = 0; i < opened_.find<QComboBox>("model")->count(); ++i)
            sum += isHeading(i) ? 0 : 1;
        return sum;
    }
    QString write(const QString &name, const QByteArray &bytes) {
        QFile file(opened_.path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            return {};
        return file.fileName();
    }

  private slots:
    void initTestCase() { opened_.useOwnSettings("attention-visualizer-models-test"); }
    void init() { opened_.open(); }
    void cleanup() { opened_.close(); }

    void aCorruptModelFileKeepsTheOldModel_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addRow("empty") << QByteArray();
        QTest::addRow("foreign") << QByteArray("PK\x03\x04 this is no model at all");
        QTest::addRow("too large a header") << QByteArray(64, '\xff');
    }
    void aCorruptModelFileKeepsTheOldModel() {
        QFETCH(QByteArray, bytes);
        opened_.translate("Bonjour.");
        const auto before = opened_.viewpoint()->trace();
        QString said;
        Qt::TextFormat format = Qt::AutoText;
        const WhenOpened<QMessageBox> answer([&](QMessageBox *box) {
            said = box->text();
            format = box->textFormat();
            box->accept();
        });
        session()->openModel(write("corrupt.safetensors", bytes));
        QTRY_VERIFY_WITH_TIMEOUT(!said.isEmpty(), OpenedWindow::patience);
        QVERIFY2(said.contains("corrupt.safetensors"), qPrintable(said));
        QVERIFY2(format == Qt::PlainText, "the name may hold what looks like HTML");
        QCOMPARE(int(session()->models().size()), builtIn);
        QCOMPARE(session()->currentModel(), 0);
        QCOMPARE(opened_.viewpoint()->trace(), before);
        opened_.translate("Salut.");
    }

    void aSecondModelIsListedAndUsed() {
        opened_.translate("Bonjour.");
        session()->openModel(QStringLiteral(SECOND_MODEL));
        QTRY_COMPARE_WITH_TIMEOUT(session()->currentModel(), builtIn, OpenedWindow::patience);
        auto *models = opened_.find<QComboBox>("model");
        QCOMPARE(listed(), builtIn + 1);
        QCOMPARE(models->currentText().section(" · ", 0, 0),
                 QFileInfo(QStringLiteral(SECOND_MODEL)).fileName());
        QTRY_VERIFY_WITH_TIMEOUT(shownModel() == session()->models().back().model,
                                 OpenedWindow::patience);
        QTest::keyClick(models, Qt::Key_Up);  // to the twin, which is read: not waited for
        QTest::keyClick(models, Qt::Key_Up);
        QTRY_VERIFY_WITH_TIMEOUT(session()->models()[1].model, OpenedWindow::patience);
        QCOMPARE(session()->currentModel(), 0);
        QTRY_VERIFY_WITH_TIMEOUT(shownModel() == session()->models().front().model,
                                 OpenedWindow::patience);
    }

    void aFileThatIsOpenedAgainIsReadAnewAndListedOnce() {
        opened_.translate("Bonjour.");
        session()->openModel(QStringLiteral(SECOND_MODEL));
        QTRY_COMPARE_WITH_TIMEOUT(session()->currentModel(), builtIn, OpenedWindow::patience);
        const auto before = session()->model();
        session()->openModel(QStringLiteral(SECOND_MODEL));
        QTRY_VERIFY_WITH_TIMEOUT(session()->model() != before, OpenedWindow::patience);
        QTRY_VERIFY_WITH_TIMEOUT(shownModel() == session()->model(), OpenedWindow::patience);
        QCOMPARE(int(session()->models().size()), builtIn + 1);
        QCOMPARE(session()->currentModel(), builtIn);
    }

    void eachModelIsListedUnderANameOfItsOwn() {
        const auto *models = opened_.find<QComboBox>("model");
        QVERIFY(models->findText("bottleneck · fr → en") >= 0);
        QCOMPARE(models->currentText(), QString("attention · fr → en"));
        QCOMPARE(session()->modelTitle(), models->currentText());
        for (int i = 0; i < models->count(); ++i) {
            if (isHeading(i))
                continue;
            const QString tip = models->itemData(i, Qt::ToolTipRole).toString();
            QVERIFY2(!tip.isEmpty() && tip.size() < 400, qPrintable(tip));
        }
    }

    void filesOfOneNameAreToldApart() {
        for (const QString &folder : {QString("one <b>"), QString("two")}) {
            QVERIFY(QDir(opened_.path({})).mkpath(folder));
            const QString file = opened_.path(folder + "/m.safetensors");
            QVERIFY(QFile::copy(QStringLiteral(SECOND_MODEL), file));
            session()->openModel(file);
            QTRY_VERIFY_WITH_TIMEOUT(session()->models().back().key == file,
                                     OpenedWindow::patience);
        }
        auto *models = opened_.find<QComboBox>("model");
        const int first = models->findText("m.safetensors · fr → en");
        QVERIFY(first >= 0);
        QCOMPARE(models->itemText(first + 1),
                 "m.safetensors in " + opened_.path("two") + " · fr → en");
        const QString about = models->itemData(first, Qt::ToolTipRole).toString();
        QVERIFY2(about.contains("one &lt;b&gt;/m.safetensors"), qPrintable(about));
    }

    void aModelSaysWhatItHasLearned() {
        app::ModelEntry entry;
        entry.name = "numbers.safetensors";
        QCOMPARE(entry.title(), QString("numbers.safetensors"));
        entry.sourceLanguage = "fr";
        QCOMPARE(entry.title(), QString("numbers.safetensors"));
        entry.targetLanguage = "de";
        QCOMPARE(entry.title(), QString("numbers.safetensors · fr → de"));
        entry.folder = "/a";
        entry.task = "numbers";
        QCOMPARE(entry.title(), QString("numbers.safetensors in /a · task “numbers”"));
    }

    void filesThatWereOpenedAreOfferedAgain() {
        const QString file = opened_.path("recent & good.safetensors");
        QVERIFY(QFile::copy(QStringLiteral(SECOND_MODEL), file));
        session()->openModel(file);
        QTRY_VERIFY_WITH_TIMEOUT(session()->models().back().key == file, OpenedWindow::patience);
        QTRY_COMPARE(session()->currentModel(), builtIn);
        opened_.open();
        auto *menu = opened_.find<QMenu>("recentModels");
        emit menu->aboutToShow();
        QCOMPARE(menu->actions().first()->data().toString(), file);
        QVERIFY(menu->actions().first()->text().startsWith("recent && good.safetensors"));
        menu->actions().first()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(session()->models().back().key == file, OpenedWindow::patience);
        QTRY_COMPARE(session()->currentModel(), builtIn);
        QVERIFY(QFile::remove(file));
        emit menu->aboutToShow();
        for (const QAction *action : menu->actions())
            QVERIFY(action->data().toString() != file);
    }

    void aModelThatTakesLongToReadIsNamedMeanwhile() {
        opened_.translate("Bonjour.");
        auto *caption = opened_.find<QLabel>("translationCaption");
        // Reading it has to wait for what is being translated.
        opened_.find<QLineEdit>("sentenceEdit")->setText(QString("le chat dort ").repeated(120));
        session()->openModel(QStringLiteral(SECOND_MODEL));
        const QString name = QFileInfo(QStringLiteral(SECOND_MODEL)).fileName();
        QTRY_COMPARE_WITH_TIMEOUT(session()->awaitedModel(), name, OpenedWindow::patience);
        QCOMPARE(caption->text(), "reading " + name + "…");
        QTRY_COMPARE_WITH_TIMEOUT(session()->currentModel(), builtIn, OpenedWindow::patience);
        QVERIFY(session()->awaitedModel().isEmpty());
        QVERIFY(!caption->text().contains("reading"));
        // One that cannot be read is no longer awaited, either.
        session()->selectModel(0);
        opened_.find<QLineEdit>("sentenceEdit")->setText(QString("le chien dort ").repeated(120));
        const WhenOpened<QMessageBox> answer([](QMessageBox *box) { box->accept(); });
        session()->openModel("/no/such.safetensors");
        QTRY_COMPARE_WITH_TIMEOUT(session()->awaitedModel(), QString("such.safetensors"),
                                  OpenedWindow::patience);
        QTRY_VERIFY_WITH_TIMEOUT(session()->awaitedModel().isEmpty(), OpenedWindow::patience);
    }

    void aModelThatIsChosenTwiceWhileItIsReadIsReadOnce() {
        opened_.translate("Bonjour.");
        session()->selectModel(1);
        session()->selectModel(0);
        session()->selectModel(1);
        QTRY_VERIFY_WITH_TIMEOUT(session()->models()[1].model, OpenedWindow::patience);
        const auto twin = session()->models()[1].model;
        // What is read next is read behind whatever was asked for before.
        session()->openModel(QStringLiteral(SECOND_MODEL));
        QTRY_COMPARE_WITH_TIMEOUT(session()->currentModel(), builtIn, OpenedWindow::patience);
        QCOMPARE(session()->models()[1].model, twin);
    }

    void theTwinWithoutAttentionIsReadWhenItIsChosen() {
        opened_.translate("Bonjour.");
        QVERIFY(!session()->models()[1].model);
        auto *models = opened_.find<QComboBox>("model");
        QCOMPARE(listed(), builtIn);
        QTest::keyClick(models, Qt::Key_Down);
        QTRY_VERIFY_WITH_TIMEOUT(shownModel() && shownModel() == session()->models()[1].model,
                                 OpenedWindow::patience);
        QVERIFY(shownModel()->configuration().architecture == model::Architecture::bottleneck);
        QCOMPARE(models->currentText(), QString("bottleneck · fr → en"));
        QVERIFY2(opened_.find<QAction>("exportHeatmap")->isEnabled(), "other views have figures");
        QCOMPARE(shown(), QString("Bonjour."));
        session()->openModel("attention");
        QTRY_VERIFY_WITH_TIMEOUT(shownModel() == session()->models().front().model,
                                 OpenedWindow::patience);
        QCOMPARE(models->currentText(), QString("attention · fr → en"));
    }
};

REGISTER_QT_TEST(ModelsTest)
#include "session/models_test.moc"
