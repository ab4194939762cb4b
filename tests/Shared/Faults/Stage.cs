namespace AddUserToGroup.Shared.Faults;

/// <summary>When a behaviour starts.</summary>
internal enum Stage
{
    /// <summary>On a new connection, before the endpoint reads anything.</summary>
    Accepted,

    /// <summary>In place of the TLS handshake of a new connection.</summary>
    Handshake,

    /// <summary>When a request arrives, on a new or on a kept connection.</summary>
    Request,
}
