// SPDX-FileCopyrightText: Foresell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/dataset/panel_builder.h"
#include "core/engine/open_project.h"
#include "core/protocol/feature_messages.h"

namespace foresell {

/// A project's panel with every feature, as the page and the command of features look at it. It stays as it was when the
/// project changes; `revision` tells.
class FeatureView {
public:
    static std::shared_ptr<const FeatureView> of(const ProjectReader& reader, const JobControl& job);

    std::int64_t revision() const { return m_revision; }
    FeatureList list() const;
    /// Throws Error "features.unknown", "features.past_only", "features.static" or "protocol.bad_params".
    ComingValues coming(const ComingValuesRequest& request) const;

    /// The settings after the change. Throws Error "features.*" for names that are not there and for what cannot be.
    FeatureSettings changed(const FeatureChange& change) const;
    /// "plan" or "signals": as what coming values of this feature are kept. Throws as `coming` does, and Error
    /// "features.computed" for one that the program computes.
    std::string roleOfEntries(const std::string& feature) const;

private:
    FeatureView() = default;
    const FeatureFacts& find(const std::string& name) const;
    void derive(const DerivedFeature& derived, FeatureSettings& settings) const;
    void remove(const std::string& name, FeatureSettings& settings) const;
    void use(const std::string& name, bool isUsed, FeatureSettings& settings) const;
    void fill(const std::string& name, const std::string& how, FeatureSettings& settings) const;

    std::int64_t m_revision = 0;
    BuiltPanel m_built;
    FeatureSettings m_settings;
    std::vector<FeatureFacts> m_facts;
};

/// Changes the choice of features, as one step to undo.
void changeFeatures(OpenProject& project, const FeatureChange& change, const JobControl& job);
/// Keeps coming values that a person typed or pasted as an import of its own, which can be taken back like any other.
void enterComingValues(OpenProject& project, const ComingEntries& entries, const JobControl& job);

}  // namespace foresell
