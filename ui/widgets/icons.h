// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

#include "ui/widgets/theme.h"

namespace foresell {

/// An icon of resources/icons in a colour of the theme, sharp at any size and following theme changes; dimmed where
/// disabled.
QIcon themedIcon(const QString& name, Role role = Role::Text2);

/// A filled disc with a tick, an exclamation mark or an "i", as states are shown. `name`: ok, warn (a triangle), attention, error,
/// info, open (a ring).
QPixmap stateGlyph(const QString& name, int size, qreal ratio);

}  // namespace foresell
