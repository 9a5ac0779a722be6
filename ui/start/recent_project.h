// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/widgets/page.h"

namespace foresell {

/// One row of the recent projects: name, place, what is in it, its state and the next step. A file that is gone offers to
/// be taken off the list.
class RecentProject : public QWidget {
    Q_OBJECT

public:
    explicit RecentProject(const QString& path, bool hasLineAbove = true, QWidget* parent = nullptr);
    /// The heads of the columns that the rows share.
    static QWidget* makeHead();

signals:
    void openWanted(foresell::PageId next);
    void forgetWanted();
    /// The file is not there any more: say where it is now.
    void locateWanted();
};

}  // namespace foresell
