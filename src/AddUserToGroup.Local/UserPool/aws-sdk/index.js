exports.Lambda = class {};
