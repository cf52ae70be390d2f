// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGlobal>
#ifdef Q_OS_UNIX
#include <langinfo.h>
#include <pwd.h>
#include <unistd.h>
#endif

#include <QApplication>
#include <QLoggingCategory>
#include <clocale>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>

#include "app/command_line.h"
#include "app/help/help.h"
#include "app/session/session.h"
#include "app/session/session_file.h"
#include "app/settings/appearance.h"
#include "app/settings/desktop.h"
#include "app/settings/language.h"
#include "app/settings/settings.h"
#include "app/window/examples.h"
#include "app/window/header.h"
#include "app/window/main_window.h"
#include "app/window/session_document.h"
#include "model/layers/processor.h"
#include "model/printable.h"
#include "widgets/drawing/style.h"
#include "widgets/text/error_text.h"

namespace {

constexpr int failure = 1;
constexpr int usage = 2;

/// Says a sentence on the error stream: one printable line, whatever it quotes.
void complain(const QString &sentence) {
    constexpr std::size_t longest = 4000;
    std::fprintf(stderr, "attention-visualizer: %s\n",
                 model::printable(sentence.toStdString(), longest).c_str());
}

/// The exit status after something was printed, which may not have got where it was to.
int printed(const QString &text) {
    std::fputs(qUtf8Printable(text), stdout);
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return 0;
    complain(
        QApplication::translate("main", "The text could not be written to the standard output."));
    return failure;
}

#ifdef Q_OS_UNIX

/// Qt changes to UTF-8 by itself, but complains about it on stderr. The language of the user stays
/// what it is, also where the system has no such locale.
void useUtf8() {
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    if (const QByteArray all = qgetenv("LC_ALL"); !all.isEmpty()) {
        qputenv("LC_MESSAGES", all);
        qunsetenv("LC_ALL");
    }
    qputenv("LC_CTYPE", "C.UTF-8");
}

/// Without HOME, Qt takes the root of all files for it. As shells do, the home of the user is
/// taken, or else nothing is remembered.
void useHome() {
    if (!qEnvironmentVariableIsEmpty("HOME"))
        return;
    const passwd *user = getpwuid(getuid());
    if (user && user->pw_dir && *user->pw_dir)
        qputenv("HOME", user->pw_dir);
    else if (qEnvironmentVariableIsEmpty("XDG_CONFIG_HOME"))
        qputenv("XDG_CONFIG_HOME", "/dev/null");
}

#endif

/// While it lives, Qt finding no way to open a window ends the program with a sentence; it would
/// abort after several.
class PlatformWatch {
  public:
    PlatformWatch() { before_ = qInstallMessageHandler(&PlatformWatch::hear); }
    ~PlatformWatch() { qInstallMessageHandler(before_); }
    PlatformWatch(const PlatformWatch &) = delete;
    PlatformWatch &operator=(const PlatformWatch &) = delete;

  private:
    static void hear(QtMsgType type, const QMessageLogContext &context, const QString &text) {
        if (type == QtFatalMsg) {
            complain(QStringLiteral("no window can be opened (%1); --export works without one.")
                         .arg(why_.isEmpty() ? text.section(u'\n', 0, 0) : why_));
            std::_Exit(failure);
        }
        if (qstrncmp(context.category, "qt.qpa", 6) != 0)
            before_(type, context, text);
        else if (why_.isEmpty())
            why_ = text.simplified();
    }
    static inline QtMessageHandler before_ = nullptr;
    static inline QString why_;  ///< the first that was said of the platform
};

/// Chooses the platform of Qt where the environment does not. False: there is no display for a
/// window. Even then the program runs, to say what is wrong with the arguments.
bool choosePlatform(int argc, char **argv) {
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
#if defined(Q_OS_MACOS) || defined(Q_OS_WIN)
    const bool display = true;
#else
    const bool display =
        !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
#endif
    const bool none = app::needsNoDisplay(arguments);
    if (!none && !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        return true;
    if (none || !display) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        // Such as that there is no XDG_RUNTIME_DIR: of no concern to a user who wants a file.
        QLoggingCategory::setFilterRules(QStringLiteral("*.warning=false"));
    }
    return display;
}

int runWindow(const app::CommandLine &commandLine) {
    QApplication::setStyle(new widgets::Style);
    app::applyAppearance(commandLine.figure.dark ? app::Appearance::dark
                                                 : app::rememberedAppearance());
    app::Session session;
    app::MainWindow window(&session);
    const app::Desktop desktop(app::Desktop::sessionBus());
    window.follow(&desktop);
    const bool isModel = commandLine.opened.endsWith(u".safetensors", Qt::CaseInsensitive);
    session.openBuiltInModels(isModel ? commandLine.opened : commandLine.model);
    if (!commandLine.opened.isEmpty() && !isModel)
        session.openFile(commandLine.opened);
    // As what was there before, to which no undoing leads back. A session brings its own.
    const bool isSession =
        commandLine.opened.endsWith(u'.' + QLatin1String(app::sessionSuffix), Qt::CaseInsensitive);
    const bool isOther = isModel || !commandLine.model.isEmpty();
    if (commandLine.sentence)
        window.header()->sentence()->setText(*commandLine.sentence);
    else if (isOther)
        window.header()->beginWithExample();
    else if (!isSession)
        window.header()->sentence()->setText(
            app::firstExample(model::Use::translation, QStringLiteral("fr")));
    window.header()->sentence()->selectSentence();
    if (!commandLine.sentence && commandLine.opened.isEmpty())
        window.offerLesson();
    window.show();
    window.document()->keepIn(app::settings::folder());
    if (commandLine.quitAfterFirstPaint)
        QObject::connect(
            &session, &app::Session::modelsChanged, &window,
            [&window, &session] {
                if (!session.model())
                    return;
                window.repaint();  // now, wherever the first paint has got to
                QApplication::quit();
            },
            Qt::QueuedConnection);
    return QApplication::exec();
}

int run(const QStringList &arguments, bool display) {
    const app::CommandLine commandLine = app::parseCommandLine(arguments);
    switch (commandLine.task) {
        case app::CommandLine::Task::help:
            return printed(app::helpText());
        case app::CommandLine::Task::version:
            return printed(QStringLiteral("attention-visualizer %1\n")
                               .arg(QApplication::applicationVersion()));
        case app::CommandLine::Task::exportFigure:
            if (const QString note = app::exportSentence(commandLine.sentenceExport());
                !note.isEmpty())
                complain(note);
            return 0;
        case app::CommandLine::Task::batch:
            return app::runBatch(commandLine.batch());
        case app::CommandLine::Task::batchWorker:
            return app::runBatchWorker(commandLine.batch());
        case app::CommandLine::Task::window:
            break;
    }
    if (!display) {
        complain(QApplication::translate(
            "main", "There is no display to open a window on; --export works without one."));
        return failure;
    }
    return runWindow(commandLine);
}

}  // namespace

int main(int argc, char **argv) {
#ifdef Q_OS_UNIX
    useUtf8();
    useHome();
#endif
    const bool display = choosePlatform(argc, argv);
    std::optional<PlatformWatch> watch(std::in_place);
    const QApplication application(argc, argv);
    watch.reset();
    // What the system says of files is translated with the rest, into the language of the program.
    std::setlocale(LC_MESSAGES, "C");
    QApplication::setOrganizationName(QStringLiteral("attention-visualizer"));
    QApplication::setApplicationName(QStringLiteral("attention-visualizer"));
    app::applyLanguage(app::rememberedLanguage());
    QApplication::setApplicationVersion(QStringLiteral(ATTENTION_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("attention-visualizer"));
    try {
        model::layers::processorLevel();  // refuses a wrong choice before there is a window
        QApplication::setWindowIcon(app::programIcon());
        return run(QApplication::arguments(), display);
    } catch (const app::UsageError &error) {
        complain(QApplication::translate("main", "%1 Try attention-visualizer --help.")
                     .arg(QString::fromUtf8(error.what())));
        return usage;
    } catch (...) {
        complain(widgets::errorText(std::current_exception()));
        return failure;
    }
}
