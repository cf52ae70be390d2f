// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/help/help.h"

#include <QApplication>
#include <QLabel>
#include <QMessageBox>
#include <string_view>

#include "app/resources.h"
#include "model/layers/processor.h"
#include "widgets/text/use_names.h"

namespace app {
namespace {

/// Whose tr() the texts here are.
struct Text {
    Q_DECLARE_TR_FUNCTIONS(app::Help)
};

}  // namespace

QIcon programIcon() {
    initializeResources();
    QIcon icon;
    // With their sizes, so that each is read when it is wanted.
    for (const int size : {32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/icons/attention-visualizer-%1.png").arg(size),
                     QSize(size, size));
    return icon;
}

void showAbout(QWidget *parent, const model::Model *model, const QString &title) {
    QString text =
        QStringLiteral("<h3>%1 %2</h3><p>%3</p><p>%4</p>")
            .arg(QApplication::applicationDisplayName(), QApplication::applicationVersion(),
                 Text::tr("Watch attention sequence-to-sequence models translate, sum up, reply "
                          "and describe: every number on the screen is the model's."),
                 Text::tr("Free software under the GNU General Public License, "
                          "version 3 or later."));
    if (model) {
        const QString license = QString::fromStdString(model->metadata("license"));
        text +=
            QStringLiteral("<p>%1</p>")
                .arg(Text::tr("Model: %1. Licence: %2. How it was trained is among the details.")
                         .arg(title.toHtmlEscaped(), license.toHtmlEscaped()));
        text += QStringLiteral("<p>%1</p>")
                    .arg(widgets::aboutUse(model::useOf(*model)).toHtmlEscaped());
    }
    const std::string_view processor = model::layers::processorLevel().name;
    text += QStringLiteral("<p>%1</p>")
                .arg(Text::tr("Computed with the instructions of %1.")
                         .arg(QString::fromUtf8(processor.data(),
                                                static_cast<qsizetype>(processor.size()))));
    QMessageBox box(QMessageBox::NoIcon, Text::tr("About"), text, QMessageBox::Close, parent);
    box.setTextFormat(Qt::RichText);
    box.setObjectName("aboutDialog");
    if (model)
        box.setDetailedText(QString::fromStdString(model->metadata("training")));
    box.setIconPixmap(programIcon().pixmap(64));
    if (auto *picture = box.findChild<QLabel *>(QStringLiteral("qt_msgboxex_icon_label")))
        picture->setAccessibleName(Text::tr("The icon of the program"));
    box.exec();
}

}  // namespace app
