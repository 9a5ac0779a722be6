// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <c10/core/impl/LocalDispatchKeySet.h>
#include <c10/util/Exception.h>
#include <torch/version.h>

namespace foresell {

/// While it lives, libtorch's recurrent layers stay in single precision, whatever the products around them do, and do not
/// warn that their weights lie apart: they lie in one array with all other parameters (FlatParameters), and the copy that
/// cuDNN makes of them is small beside a step.
class LibraryLayers {
private:
    c10::impl::ExcludeDispatchKeyGuard m_inSinglePrecision{c10::DispatchKey::AutocastCUDA};
#if TORCH_VERSION_MAJOR >= 2  // an older libtorch has no GPU here
    class Silent : public c10::WarningHandler {
        void process(const c10::Warning&) override {}
    };
    Silent m_silent;
    c10::WarningUtils::WarningHandlerGuard m_guard{&m_silent};
#endif
};

}  // namespace foresell
