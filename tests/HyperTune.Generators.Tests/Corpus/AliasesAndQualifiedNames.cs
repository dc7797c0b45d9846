using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

namespace Deep.Er
{
    using Alias = System.Double;
    [SearchSpace] public sealed partial record Config { [HyperTune.Uniform(0, 1)] public Alias A { get; init; } [global::HyperTune.ChoiceAttribute] public System.Boolean B { get; init; } }
}
