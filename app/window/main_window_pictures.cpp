// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does about models that see pictures.
#include <QFileDialog>

#include "app/message.h"
#include "app/session/picture_files.h"
#include "app/settings/view_options.h"
#include "app/window/dock.h"
#include "app/window/header.h"
#include "app/window/main_window.h"
#include "widgets/text/language.h"
#include "widgets/views/views.h"

namespace app {

void MainWindow::wirePictures() {
    connect(header_, &Header::pictureWanted, this, &MainWindow::choosePicture);
    connect(header_, &Header::sourceKindChanged, this, &MainWindow::showPicture);
}

/// The picture is beside the other views as long as the model sees one.
void MainWindow::showPicture(bool wanted) {
    if (!pictureDock_ && wanted) {
        const widgets::ViewKind &kind = widgets::pictureView();
        widgets::View &view = *makeRemembering(kind, session_->viewpoint(), stage_).release();
        views_[kind.name] = &view;
        pictureDock_ = stage_->addSideDock(dockName(kind.name), &view.widget());
        widgets::inEveryLanguage(*pictureDock_,
                                 [this, &kind] { pictureDock_->setWindowTitle(kind.title()); });
        follow(*pictureDock_);
        coverWith(*pictureDock_, view);
        offerExport(kind, view);
    }
    if (wanted && lesson_->guide()->running())
        stage_->showBelow(pictureDock_, lesson_->dock());  // both are to be seen
    else if (wanted)
        stage_->showSideDock(pictureDock_);
    else if (pictureDock_)
        pictureDock_->hide();
}

void MainWindow::newScene() {
    if (session_->seesPictures())
        return header_->sentence()->setSentence(app::newScene());
    if (const int index = session_->find(model::Use::caption); index >= 0)
        return session_->selectModel(index);  // which begins with a scene
    warn(this, tr("New scene"),
         tr("There is no model of captions to see it. File ▸ Open model opens one."));
}

void MainWindow::choosePicture() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open picture"), {},
        tr("Pictures (%1);;All files (*)").arg(PictureFiles::patterns()));
    if (file.isEmpty())
        return;
    if (!pictures_) {  // it has a thread, which few need
        pictures_ = new PictureFiles(this);
        connect(pictures_, &PictureFiles::pictureRead, header_->sentence(),
                [this](const QString &text) { header_->sentence()->setSentence(text); });
        connect(pictures_, &PictureFiles::failed, this,
                [this](const QString &why) { warn(this, tr("Open picture"), why); });
    }
    pictures_->read(file);
}

}  // namespace app
