// SPDX-License-Identifier: GPL-3.0-or-later
// The window under random events. ATTENTION_MONKEY="SECONDS SEED" lets it go on for longer than a
// test of every day should.
#include "tests/app/monkey/monkey.h"

#include <QDir>
#include <QFile>
#include <QStringList>
#include <limits>

#include "app/session/edits.h"
#include "tests/app/window/opened_window.h"
#include "tests/support/qt_test.h"

class MonkeyTest : public QObject {
    Q_OBJECT

  private:
    OpenedWindow opened_;

    QStringList files() const {
        QStringList files{QStringLiteral(SENTENCES), QStringLiteral(SECOND_MODEL)};
        const QString broken = opened_.path(QStringLiteral("broken.safetensors"));
        QFile file(broken);
        if (file.open(QIODevice::WriteOnly))
            file.write("no model at all");
        return files << broken << opened_.path(QStringLiteral("nowhere.txt"));
    }

  private slots:
    void initTestCase() {
        opened_.useOwnSettings("attention-visualizer-monkey-test");
        QApplication::setQuitOnLastWindowClosed(false);
        // Whatever it saves or prints is written here.
        QDir::setCurrent(opened_.path({}));
        qputenv("HOME", QDir::currentPath().toLocal8Bit());
        qputenv("XDG_DATA_HOME", QDir::currentPath().toLocal8Bit());
    }
    void cleanup() { opened_.close(); }

    void theWindowWorksAfterAnything() {
        const QStringList asked = qEnvironmentVariable("ATTENTION_MONKEY").split(u' ');
        const int seconds = asked.value(0).toInt();
        const unsigned seed = asked.value(1, QStringLiteral("1")).toUInt();
        opened_.open();
        opened_.translate(QStringLiteral("Le chat noir dort."));
        const std::string translation = opened_.viewpoint()->trace()->translation;
        Monkey monkey(opened_.window(), seed);
        monkey.setFiles(files());
        monkey.act(seconds > 0 ? std::numeric_limits<int>::max() : 600,
                   seconds > 0 ? seconds * 1000 : OpenedWindow::patience);

        // Whatever is open, decided, or in another language by now.
        opened_.window()->show();
        opened_.session()->selectModel(0);
        opened_.translate(QStringLiteral("Il pleut."));
        opened_.translate(QStringLiteral("Le chat noir dort."));
        if (opened_.session()->interventions().empty())
            QVERIFY2(opened_.viewpoint()->trace()->translation == translation,
                     qPrintable(monkey.last()));
    }
};

REGISTER_QT_TEST(MonkeyTest)
#include "monkey/monkey_test.moc"
