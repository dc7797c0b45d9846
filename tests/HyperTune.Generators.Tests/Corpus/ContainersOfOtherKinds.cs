using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using HyperTune;

[SearchSpace] public sealed partial record Config { public required Empty.Inner.Deep D { get; init; } }
public static partial class Empty { public partial interface Inner { [SearchSpace] public partial record Deep([Uniform(0, 1)] double X, [Choice] bool Y); } }
