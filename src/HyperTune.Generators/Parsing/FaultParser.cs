using HyperTune.Generators.Model;
using HyperTune.Generators.Rules;

namespace HyperTune.Generators.Parsing;

/// <summary>Why a stub is written.</summary>
internal static class FaultParser
{
    public static FaultModel? Parse(Finding? fault) => fault is null ? null : new FaultModel(fault.Descriptor.Id, fault.Message, fault.Descriptor.HelpLinkUri);
}
