// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/scene_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include "model/error.h"
#include "model/scenes/picture.h"
#include "widgets/scene/edits.h"
#include "widgets/scene/names.h"
#include "widgets/text/language.h"

namespace app {

SceneBar::SceneBar(QWidget *parent) : QWidget(parent) {
    setObjectName("sceneBar");
    label_ = new QLabel(this);
    label_->setObjectName("sceneLabel");
    label_->setTextFormat(Qt::PlainText);
    label_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    new_ = new QPushButton(this);
    new_->setObjectName("newScene");
    open_ = new QPushButton(this);
    open_->setObjectName("openPicture");
    setFocusProxy(new_);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label_, 1);
    row->addWidget(new_);
    row->addWidget(open_);
    connect(new_, &QPushButton::clicked, this, [this] { emit sceneWanted(newScene()); });
    connect(open_, &QPushButton::clicked, this, &SceneBar::fileWanted);
    widgets::inEveryLanguage(*this, [this] {
        new_->setText(tr("&New scene"));
        open_->setText(tr("Open pict&ure…"));
        describe();
    });
}

void SceneBar::setSource(const QString &text) {
    source_ = text;
    describe();
}

void SceneBar::describe() {
    if (isHidden()) {  // what is typed is a sentence
        label_->clear();
        label_->setToolTip({});
        return;
    }
    QString said = tr("A picture");
    try {
        if (const auto seen = model::scenes::pictureFromText(source_.toStdString()); seen.scene)
            said = widgets::sceneDescription(*seen.scene);
    } catch (const model::Error &) {
        said = tr("No picture yet");
    }
    label_->setText(said);
    label_->setToolTip(said);
}

QString newScene() {
    return QString::fromStdString(model::scenes::toJson(widgets::exampleScene()));
}

}  // namespace app
